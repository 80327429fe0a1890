package org.parley.notification.mail;

/** The mail server cannot be reached, or takes nothing now. */
final class MailServerAwayException extends RuntimeException {

	MailServerAwayException(Throwable cause) {
		super("The mail server is away", cause);
	}

}
