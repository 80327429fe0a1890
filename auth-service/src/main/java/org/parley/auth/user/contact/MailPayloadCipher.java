package org.parley.auth.user.contact;

import org.parley.platform.events.secret.EventSecretCipher;
import org.parley.platform.events.secret.SealedEventSecret;

import org.springframework.stereotype.Component;

/** Seals what only the service that writes mail may read. */
@Component
public class MailPayloadCipher {

	private static final String READER = "notification-service";

	private final EventSecretCipher eventSecretCipher;

	MailPayloadCipher(EventSecretCipher eventSecretCipher) {
		this.eventSecretCipher = eventSecretCipher;
		requireKey();
	}

	/** Seals an address, or the secret in a link. */
	public SealedEventSecret seal(String secret) {
		return this.eventSecretCipher.seal(READER, secret);
	}

	/** Better now than with the first who registers. */
	private void requireKey() {
		try {
			seal("a trial");
		}
		catch (IllegalStateException ex) {
			throw new IllegalStateException(
					"parley.events.keys.notification-service (PARLEY_NOTIFICATION_KEY) must be 32 random bytes in base64: `openssl rand -base64 32`",
					ex);
		}
	}

}
