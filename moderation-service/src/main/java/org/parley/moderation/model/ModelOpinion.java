package org.parley.moderation.model;

import java.util.Map;
import java.util.function.Predicate;

import static java.util.stream.Collectors.toUnmodifiableMap;

/**
 * The outside model's scores of a text.
 *
 * @param model the model's name
 * @param scores scores from 0 to 1 by category of harm
 * @param tokens the used tokens; 0 if unknown
 */
public record ModelOpinion(String model, Map<String, Double> scores, long tokens) {

	/** Returns a copy with the scores of some categories of harm only. */
	public ModelOpinion only(Predicate<String> harms) {
		var kept = this.scores.entrySet()
			.stream()
			.filter((score) -> harms.test(score.getKey()))
			.collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
		return new ModelOpinion(this.model, kept, this.tokens);
	}

}
