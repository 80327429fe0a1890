package org.parley.notification.notification;

/** Where threads are by now, whatever an event says that was late. */
public interface ThreadLocator {

	/** The place to which everything of a place has gone. */
	NotificationPlace now(NotificationPlace heard);

	/** Whether readers of its category do not see a thread any more. */
	boolean isGone(String threadId);

}
