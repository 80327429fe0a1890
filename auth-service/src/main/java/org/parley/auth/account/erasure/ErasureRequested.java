package org.parley.auth.account.erasure;

import java.time.Instant;

import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;

/**
 * Whatever is kept of a person goes.
 *
 * @param erasureId which erasure
 * @param userId of whom
 * @param requestedAt when
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
