package org.parley.notification.notification;

import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;

/**
 * Somebody has something new to read, or one more of the same.
 *
 * @param userId who
 * @param notification as they read it
 * @param unread how many they have not read
 * @param version of the notification
 */
@Publishes("notification.created")
record NotificationCreated(String userId, NotificationView notification, long unread,
		long version) implements ParleyEvent {

	@Override
	public String subject() {
		return this.notification.id();
	}

	@Override
	public String partitionKey() {
		return this.userId;
	}

}
