package org.parley.contracts.privacy;

import java.time.Instant;
import java.util.List;

import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;

/**
 * A service has erased all data of a person.
 *
 * @param erased the numbers of erased items by kind
 */
@Publishes("erasure.done")
public record ErasureDone(String erasureId, String userId, List<Count> erased, Instant at) implements ParleyEvent {

	@Override
	public String subject() {
		return this.erasureId;
	}

	@Override
	public String partitionKey() {
		return this.userId;
	}

	/** The number of erased items of a kind. */
	public record Count(String kind, long count) {
	}

}
