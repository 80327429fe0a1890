package org.parley.launcher.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a listener has made of the events.
 *
 * @param applied in the order in which it applied them
 * @param scores the last sum of votes that it was told, by post
 * @param deliveries how often it was given a message, repeats included
 */
public record WitnessRecord(List<Applied> applied, Map<String, VoteScore> scores, long deliveries) {

	public WitnessRecord {
		applied = List.copyOf(applied);
		scores = Map.copyOf(scores);
	}

	/**
	 * An event that was applied.
	 *
	 * @param effect what it was
	 * @param key its ordering key
	 * @param at when
	 */
	public record Applied(LedgerEffect effect, String key, Instant at) {
	}

}
