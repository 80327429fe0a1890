package org.parley.notification.announcement;

import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;

/**
 * A notification was created, or another event was added to it.
 *
 * @param userId the recipient
 * @param unread number of unread notifications
 */
@Publishes("notification.created")
public record NotificationCreated(String userId, NotificationView notification, long unread,
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
