package org.parley.resilience.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The events that the witness has applied.
 *
 * @param applied the events in the order of application
 * @param scores the last received score by post
 * @param deliveries number of deliveries, including redeliveries
 */
public record WitnessRecord(List<Applied> applied, Map<String, VoteScore> scores, long deliveries) {

	public WitnessRecord {
		applied = List.copyOf(applied);
		scores = Map.copyOf(scores);
	}

	/**
	 * An applied event.
	 *
	 * @param effect the event
	 * @param key its ordering key
	 * @param at time of application
	 */
	public record Applied(LedgerEffect effect, String key, Instant at) {
	}

}
