package org.parley.notification.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;

/**
 * Somebody has read what they were told, or it is there no more.
 *
 * @param userId who
 * @param notificationId what; null when they have read all
 * @param unread how many they have not read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Publishes("notification.read")
record NotificationRead(String userId, @Nullable String notificationId, long unread) implements ParleyEvent {

	@Override
	public String subject() {
		return (this.notificationId != null) ? this.notificationId : this.userId;
	}

	@Override
	public String partitionKey() {
		return this.userId;
	}

}
