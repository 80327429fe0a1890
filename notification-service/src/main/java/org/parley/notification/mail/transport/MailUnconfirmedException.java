package org.parley.notification.mail.transport;

/**
 * The server had the whole mail when the connection ended, so it may have accepted it.
 * The mail is sent again with the same Message-ID, but not at once and to no other
 * server, because a report of the provider may still confirm it.
 */
public final class MailUnconfirmedException extends RuntimeException {

	public MailUnconfirmedException(Throwable cause) {
		super("The mail server may have accepted the mail", cause);
	}

}
