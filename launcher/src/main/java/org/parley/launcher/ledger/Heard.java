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
public record Heard(List<Applied> applied, Map<String, Score> scores, long deliveries) {

	public Heard {
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
	public record Applied(Effect effect, String key, Instant at) {
	}

}
