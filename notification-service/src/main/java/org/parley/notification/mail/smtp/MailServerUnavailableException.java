package org.parley.notification.mail.smtp;

/** The mail server is unreachable or accepts no mail now. */
public final class MailServerUnavailableException extends RuntimeException {

	MailServerUnavailableException(Throwable cause) {
		super("The mail server is unavailable", cause);
	}

}
