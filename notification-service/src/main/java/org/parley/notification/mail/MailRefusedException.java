package org.parley.notification.mail;

/** The mail server was asked, and does not take this mail. */
final class MailRefusedException extends RuntimeException {

	private final String reason;

	/**
	 * A refusal.
	 * @param reason a stable code, without anything that the server says
	 */
	MailRefusedException(String reason, Throwable cause) {
		super(reason, cause);
		this.reason = reason;
	}

	String reason() {
		return this.reason;
	}

}
