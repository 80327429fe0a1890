package org.parley.notification.mail.delivery;

/** Decides whether the notification of a mail is still relevant. */
@FunctionalInterface
public interface MailRelevance {

	/** Whether a notification exists, is unread, and its user may read it. */
	boolean isRelevant(String notificationId);

}
