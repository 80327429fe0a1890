package org.parley.auth.user.mailtoken;

import java.time.Duration;

/** What a mailed secret can be used for, and how long it is valid. */
public enum MailTokenPurpose {

	/** Verifies a mail address. */
	EMAIL_VERIFICATION(Duration.ofHours(24)),

	/** Resets a password. */
	PASSWORD_RESET(Duration.ofMinutes(30)),
	/** Confirms a new mail address. */
	EMAIL_CHANGE(Duration.ofHours(24)),
	/** Restores the previous mail address. */
	EMAIL_CHANGE_UNDO(Duration.ofDays(7));

	private final Duration lifetime;

	MailTokenPurpose(Duration lifetime) {
		this.lifetime = lifetime;
	}

	Duration lifetime() {
		return this.lifetime;
	}

	/**
	 * Whether the secret survives changes of credentials. An intruder who changes them
	 * must not invalidate the owner's undo link.
	 */
	boolean outlivesCredentials() {
		return this == EMAIL_CHANGE_UNDO;
	}

}
