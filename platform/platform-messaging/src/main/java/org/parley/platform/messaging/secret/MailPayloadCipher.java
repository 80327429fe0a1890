package org.parley.platform.messaging.secret;

import org.parley.contracts.SealedEventSecret;

/** Encrypts mail addresses and link secrets for notification-service. */
public final class MailPayloadCipher {

	private static final String READER = "notification-service";

	private final EventSecretCipher eventSecretCipher;

	MailPayloadCipher(EventSecretCipher eventSecretCipher) {
		this.eventSecretCipher = eventSecretCipher;
		requireKey();
	}

	/** Encrypts a mail address or the secret of a link. */
	public SealedEventSecret seal(String secret) {
		return this.eventSecretCipher.seal(READER, secret);
	}

	/** Fails at startup instead of at the first mail. */
	private void requireKey() {
		try {
			seal("test");
		}
		catch (IllegalStateException ex) {
			throw new IllegalStateException(
					"parley.events.keys.notification-service (PARLEY_NOTIFICATION_KEY) must be 32 random bytes in base64: `openssl rand -base64 32`",
					ex);
		}
	}

}
