package org.parley.platform.privacy.erasure;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.privacy.ErasureDone;
import org.parley.contracts.privacy.ErasureRequested;
import org.parley.platform.privacy.PersonalData;
import org.parley.platform.runtime.tracing.RequestOrigin;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The progress of an erasure in this service, kept for ever as the mark of an erased
 * person. It visits all data three times, to find data that was being written during an
 * earlier round.
 *
 * @param person the id of the person, the only data kept
 * @param round the current round, from 1; the answer follows the first
 * @param kinds the remaining kinds of this round, the current one first
 * @param after the last visited place of the current kind
 * @param counts the numbers of erased items by kind
 * @param dueAt when to continue; null after the last round
 * @param revision increases with every step
 */
@Document("personal_erasures")
public record LocalErasure(@Id String person, String erasureId, int round, List<String> kinds, @Nullable String after,
		Map<String, Long> counts, @Nullable Instant dueAt, long revision, String correlationId) {

	/** The pauses after the first and the second round. */
	private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(10), Duration.ofDays(1));

	static LocalErasure begin(ErasureRequested requested, List<String> kinds, Instant now) {
		var origin = Objects.requireNonNullElseGet(RequestOrigin.current(), RequestOrigin::begin);
		return new LocalErasure(requested.userId(), requested.erasureId(), 1, kinds, null, Map.of(), now, 0,
				origin.correlationId());
	}

	/** Whether this round has no kinds left. */
	boolean isAtEnd() {
		return this.kinds.isEmpty();
	}

	/** Whether the first round is complete and {@code erasure.done} was published. */
	boolean isAnswered() {
		return this.round > 1;
	}

	/** The progress after a page of the current kind. */
	public LocalErasure after(PersonalData.Step step) {
		var sum = new TreeMap<>(this.counts);
		sum.merge(this.kinds.getFirst(), step.count(), Long::sum);
		return new LocalErasure(this.person, this.erasureId, this.round,
				(step.last() != null) ? this.kinds : this.kinds.subList(1, this.kinds.size()), step.last(), sum,
				this.dueAt, this.revision + 1, this.correlationId);
	}

	/** The same progress, which is continued later. */
	LocalErasure postponed(Instant until) {
		return new LocalErasure(this.person, this.erasureId, this.round, this.kinds, this.after, this.counts, until,
				this.revision + 1, this.correlationId);
	}

	/** The next round, or the end after the last one. */
	LocalErasure next(List<String> all, Instant now) {
		var over = this.round > PAUSES.size();
		return new LocalErasure(this.person, this.erasureId, this.round + 1, over ? List.of() : all, null, this.counts,
				over ? null : now.plus(PAUSES.get(this.round - 1)), this.revision + 1, this.correlationId);
	}

	ErasureDone done(String erasure, Instant now) {
		var erased = this.counts.entrySet()
			.stream()
			.map((entry) -> new ErasureDone.Count(entry.getKey(), entry.getValue()))
			.toList();
		return new ErasureDone(erasure, this.person, erased, now);
	}

}
