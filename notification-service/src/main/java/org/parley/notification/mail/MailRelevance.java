package org.parley.notification.mail;

/** Whether what a mail repeats is still to be told. */
@FunctionalInterface
public interface MailRelevance {

	/** Whether a notification is there, not read, and for its owner to see. */
	boolean isStillNews(String notificationId);

}
