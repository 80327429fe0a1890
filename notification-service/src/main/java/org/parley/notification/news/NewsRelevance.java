package org.parley.notification.mail.delivery;

/** Decides whether what a mail is about is still relevant. */
@FunctionalInterface
public interface MailRelevance {

	/**
	 * Whether a notification exists, is unread, and its user may read it, or whether a
	 * post may still be mailed.
	 */
	boolean isRelevant(String about);

}
