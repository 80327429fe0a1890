package org.parley.contracts.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;

/**
 * A notification was read, deleted or withdrawn.
 *
 * @param userId the recipient
 * @param notificationId the notification; null for all
 * @param unread number of unread notifications
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Publishes("notification.read")
public record NotificationRead(String userId, @Nullable String notificationId, long unread) implements ParleyEvent {

	@Override
	public String subject() {
		return (this.notificationId != null) ? this.notificationId : this.userId;
	}

	@Override
	public String partitionKey() {
		return this.userId;
	}

}
