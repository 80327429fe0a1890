package org.parley.notification.news;

/** Finds the current place of a thread, which a late event may not know. */
public interface ThreadLocator {

	/** The current place of a thread that may have been moved or merged. */
	NotificationPlace currentPlace(NotificationPlace place);

	/** Whether a thread is hidden or removed. */
	boolean isGone(String threadId);

}
