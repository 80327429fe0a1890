package org.parley.auth.user.event;

import java.time.Instant;

import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;

/**
 * An account is gone; what others know of the person goes, too.
 *
 * @param userId who it was
 * @param deletedAt when
 * @param version the last of the account
 */
@Publishes("user.deleted")
public record UserDeleted(String userId, Instant deletedAt, long version) implements ParleyEvent {

	@Override
	public String subject() {
		return this.userId;
	}

	@Override
	public String partitionKey() {
		return this.userId;
	}

}
