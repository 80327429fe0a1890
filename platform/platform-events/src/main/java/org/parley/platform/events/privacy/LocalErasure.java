package org.parley.platform.events.privacy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.parley.platform.web.RequestOrigin;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The erasing of a person here: how far it is, and for ever that they are gone. It goes
 * over everything three times: what was being written while it went first is found later.
 *
 * @param person who; all that is known of them
 * @param erasureId which erasure
 * @param round which time, from 1; answered after the first
 * @param kinds what is left in this round, the present one first
 * @param after the last place that was looked at of the present kind
 * @param counts how much was erased, by kind
 * @param dueAt when to go on; null when all is done
 * @param revision grows with every step
 * @param correlationId what it goes back to
 */
@Document("personal_erasures")
record LocalErasure(@Id String person, String erasureId, int round, List<String> kinds, @Nullable String after,
		Map<String, Long> counts, @Nullable Instant dueAt, long revision, String correlationId) {

	/** How long after a round the next one comes. */
	private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(10), Duration.ofDays(1));

	static LocalErasure begin(ErasureRequestedEventData requested, List<String> kinds, Instant now) {
		var origin = Objects.requireNonNullElseGet(RequestOrigin.current(), RequestOrigin::begin);
		return new LocalErasure(requested.userId(), requested.erasureId(), 1, kinds, null, Map.of(), now, 0,
				origin.correlationId());
	}

	/** Whether there is nothing left in this round. */
	boolean isAtEnd() {
		return this.kinds.isEmpty();
	}

	/** Whether the round is over that others wait for. */
	boolean isAnswered() {
		return this.round > 1;
	}

	/** After a step; a kind that nobody has any more is at its end. */
	LocalErasure after(PersonalData.Step step) {
		var sum = new TreeMap<>(this.counts);
		sum.merge(this.kinds.getFirst(), step.count(), Long::sum);
		return new LocalErasure(this.person, this.erasureId, this.round,
				(step.last() != null) ? this.kinds : this.kinds.subList(1, this.kinds.size()), step.last(), sum,
				this.dueAt, this.revision + 1, this.correlationId);
	}

	/** Once more, later, or never again. */
	LocalErasure next(List<String> all, Instant now) {
		var over = this.round > PAUSES.size();
		return new LocalErasure(this.person, this.erasureId, this.round + 1, over ? List.of() : all, null, this.counts,
				over ? null : now.plus(PAUSES.get(this.round - 1)), this.revision + 1, this.correlationId);
	}

}
