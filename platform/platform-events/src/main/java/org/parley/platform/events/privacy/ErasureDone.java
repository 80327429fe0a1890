package org.parley.platform.events.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;

/**
 * A service keeps nothing of a person any more.
 *
 * @param erasureId which erasure
 * @param userId of whom
 * @param erased how much, by kind
 * @param at when
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

	/** So many of a kind. */
	record Count(String kind, long count) {

		static List<Count> of(Map<String, Long> counts) {
			return counts.entrySet().stream().map((entry) -> new Count(entry.getKey(), entry.getValue())).toList();
		}

	}

}
