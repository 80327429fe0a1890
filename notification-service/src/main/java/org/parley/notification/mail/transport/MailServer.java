package org.parley.notification.mail.transport;

/** Accepts mails to deliver them. */
public interface MailServer {

	/** The name in logs, without secrets. */
	String name();

	/**
	 * Sends a mail, or says why not.
	 * @throws MailRefusedException if the server refuses the mail
	 * @throws MailServerUnavailableException if the server has certainly not accepted it
	 * @throws MailUnconfirmedException if the server may have accepted it
	 */
	void send(OutgoingMail mail);

	/**
	 * Checks that the server answers, without sending a mail.
	 * @throws MailServerUnavailableException if it does not
	 */
	void check();

}
