package org.parley.auth.user.mailtoken;

import java.time.Duration;

/** What the secret in a link is good for, and how long. */
public enum MailTokenPurpose {

	/** To show that an address is theirs. */
	EMAIL_VERIFICATION(Duration.ofHours(24)),

	/** To give an account another password. */
	PASSWORD_RESET(Duration.ofMinutes(30)),
	/** To give an account another address, by who reads the mail there. */
	EMAIL_CHANGE(Duration.ofHours(24)),
	/** To give an account the address back that it had. */
	EMAIL_CHANGE_UNDO(Duration.ofDays(7));

	private final Duration lifetime;

	MailTokenPurpose(Duration lifetime) {
		this.lifetime = lifetime;
	}

	Duration lifetime() {
		return this.lifetime;
	}

	/**
	 * Whether it counts on when the password or another credential changes: an intruder
	 * who changes them must not end the owner's way back.
	 */
	boolean outlivesCredentials() {
		return this == EMAIL_CHANGE_UNDO;
	}

}
