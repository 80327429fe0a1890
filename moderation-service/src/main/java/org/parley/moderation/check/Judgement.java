package org.parley.moderation.check;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.moderation.Verdict;

/**
 * The result of a check.
 *
 * @param reasons stable codes, the most severe first
 * @param engine {@code rules}, or the name of the model
 * @param policy the name of the policy; null if it was not recorded
 * @param scores the model's scores from 0 to 1 by category of harm
 * @param tokens the tokens that the model used; 0 if unknown
 * @param cost their cost at the configured price; null in checks from before costs
 * @param locks whether the thread is locked; null if it is not
 * @param limitedUntil until when later texts of the author are held; null if they are not
 * @param unasked whether the policy does not ask the model about this text
 */
public record Judgement(Verdict verdict, List<String> reasons, String engine, @Nullable String policy,
		long policyVersion, Map<String, Double> scores, long tokens, @Nullable Double cost, Instant at,
		@Nullable Boolean locks, @Nullable Instant limitedUntil, @Nullable Boolean unasked) {

	/** The engine of judgements without a model. */
	public static final String RULES = "rules";

	/** Whether the model has scored the post. */
	boolean isByModel() {
		return !this.engine.equals(RULES);
	}

	/** Whether the model has nothing to add. A removal by rules is final. */
	boolean isFinal() {
		return isByModel() || this.verdict == Verdict.REMOVED || Boolean.TRUE.equals(this.unasked);
	}

}
