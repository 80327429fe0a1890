package org.parley.auth.user.mailtoken;

import java.time.Duration;

/** The use of a mailed secret, its lifetime and the event that sends it. */
public enum MailTokenPurpose {

	/** Verifies a mail address. */
	EMAIL_VERIFICATION(Duration.ofHours(24), "email-verification.requested"),

	/** Resets a password. */
	PASSWORD_RESET(Duration.ofMinutes(30), "password-reset.requested"),
	/** Confirms a new mail address. */
	EMAIL_CHANGE(Duration.ofHours(24), "email-change.requested"),
	/** Restores the previous mail address. */
	EMAIL_CHANGE_UNDO(Duration.ofDays(7), "email-change.made"),

	/** Invites a newcomer; the invitation itself has the secret. */
	INVITATION(Duration.ofDays(90), "invitation.sent"),

	/** Signs in; the code itself is stored with the browser that asked for it. */
	SIGN_IN(Duration.ofMinutes(10), "sign-in.requested");

	private final Duration lifetime;

	private final String eventType;

	MailTokenPurpose(Duration lifetime, String eventType) {
		this.lifetime = lifetime;
		this.eventType = eventType;
	}

	Duration lifetime() {
		return this.lifetime;
	}

	/** The type of the event that sends the mail. */
	String eventType() {
		return this.eventType;
	}

	/**
	 * Whether the secret survives changes of credentials. An intruder who changes them
	 * must not invalidate the owner's undo link.
	 */
	boolean outlivesCredentials() {
		return this == EMAIL_CHANGE_UNDO;
	}

}
