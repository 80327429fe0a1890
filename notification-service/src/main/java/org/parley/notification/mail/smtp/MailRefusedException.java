package org.parley.notification.mail.smtp;

/** The mail server has refused this mail. */
public final class MailRefusedException extends RuntimeException {

	private final String reason;

	/**
	 * Creates a refusal.
	 * @param reason a code, without text of the server
	 */
	MailRefusedException(String reason, Throwable cause) {
		super(reason, cause);
		this.reason = reason;
	}

	public String reason() {
		return this.reason;
	}

}
