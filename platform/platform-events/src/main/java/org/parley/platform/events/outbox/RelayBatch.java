package org.parley.platform.events.outbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.amqp.AmqpException;

/** Events on their way, key by key: the first of each key goes, then the next. */
class RelayBatch {

	private final Map<String, Deque<OutboxRecord>> byKey = new LinkedHashMap<>();

	private final List<OutboxRecord> confirmed = new ArrayList<>();

	private final Map<OutboxRecord, String> refused = new LinkedHashMap<>();

	private @Nullable AmqpException interruption;

	RelayBatch(List<OutboxRecord> events) {
		events
			.forEach((event) -> this.byKey.computeIfAbsent(event.partitionKey(), (_) -> new ArrayDeque<>()).add(event));
	}

	boolean isDone() {
		return this.byKey.isEmpty() || this.interruption != null;
	}

	/** What may go now: the first of each key. */
	List<OutboxRecord> wave() {
		return this.byKey.values().stream().map(Deque::getFirst).toList();
	}

	void confirm(OutboxRecord event) {
		this.confirmed.add(event);
		this.byKey.computeIfPresent(event.partitionKey(), (_, left) -> {
			left.removeFirst();
			return left.isEmpty() ? null : left;
		});
	}

	/** Those behind it stay, too. */
	void refuse(OutboxRecord event, String why) {
		this.refused.put(event, why);
		this.byKey.remove(event.partitionKey());
	}

	void interrupt(AmqpException why) {
		this.interruption = why;
	}

	Sent sent() {
		return new Sent(List.copyOf(this.confirmed), Map.copyOf(this.refused), this.interruption);
	}

	/**
	 * What became of a batch.
	 *
	 * @param confirmed the broker has them
	 * @param refused the broker refused them, and why
	 * @param interruption why it said nothing of the rest, if it did not
	 */
	record Sent(List<OutboxRecord> confirmed, Map<OutboxRecord, String> refused, @Nullable AmqpException interruption) {
	}

}
