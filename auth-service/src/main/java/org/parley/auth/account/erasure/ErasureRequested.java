package org.parley.auth.account.erasure;

import java.time.Instant;

import org.parley.platform.messaging.ParleyEvent;
import org.parley.platform.messaging.Publishes;

/**
 * All services must erase the data of a user.
 *
 * @param erasureId the erasure
 * @param userId the id of the erased account
 * @param requestedAt when the erasure was requested
 */
@Publishes("erasure.requested")
record ErasureRequested(String erasureId, String userId, Instant requestedAt) implements ParleyEvent {

	@Override
	public String subject() {
		return this.erasureId;
	}

	@Override
	public String partitionKey() {
		return this.userId;
	}

}
