package org.parley.auth.contact;

import org.parley.platform.events.secret.Sealed;
import org.parley.platform.events.secret.Sealing;

import org.springframework.stereotype.Component;

/** Seals what only the service that writes mail may read. */
@Component
public class MailSeal {

	private static final String READER = "notification-service";

	private final Sealing sealing;

	MailSeal(Sealing sealing) {
		this.sealing = sealing;
		requireKey();
	}

	/** Seals an address, or the secret in a link. */
	public Sealed seal(String secret) {
		return this.sealing.seal(READER, secret);
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
