package org.parley.contracts.privacy;

import java.time.Instant;

import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;

/**
 * All services must erase the data of a person.
 *
 * @param userId the id of the erased account
 * @param requestedAt when the erasure was requested
 */
@Publishes("erasure.requested")
public record ErasureRequested(String erasureId, String userId, Instant requestedAt) implements ParleyEvent {

	@Override
	public String subject() {
		return this.erasureId;
	}

	@Override
	public String partitionKey() {
		return this.userId;
	}

}
