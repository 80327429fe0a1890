package org.parley.platform.privacy.erasure;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.parley.platform.messaging.ParleyEvent;
import org.parley.platform.messaging.Publishes;

/**
 * The event that a service has erased all data of a person.
 *
 * @param erasureId the id of the erasure
 * @param userId the id of the person
 * @param erased the numbers of erased items by kind
 * @param at the time
 */
@Publishes("erasure.done")
record ErasureDone(String erasureId, String userId, List<Count> erased, Instant at) implements ParleyEvent {

	static ErasureDone of(String erasureId, LocalErasure localErasure, Instant now) {
		return new ErasureDone(erasureId, localErasure.person(), Count.of(localErasure.counts()), now);
	}

	@Override
	public String subject() {
		return this.erasureId;
	}

	@Override
	public String partitionKey() {
		return this.userId;
	}

	/** The number of erased items of a kind. */
	record Count(String kind, long count) {

		static List<Count> of(Map<String, Long> counts) {
			return counts.entrySet().stream().map((entry) -> new Count(entry.getKey(), entry.getValue())).toList();
		}

	}

}
