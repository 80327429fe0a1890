package org.parley.moderation.rule;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Why a rule fires on a text or not.
 *
 * @param rule the rule's name
 * @param then what follows if it fires
 * @param fires whether all conditions hold
 * @param skipped whether an earlier rule ended the evaluation
 * @param conditions the conditions; empty for a skipped rule
 */
public record RuleTrace(String rule, String then, boolean fires, boolean skipped, List<ConditionTrace> conditions) {

	/**
	 * Whether a condition holds.
	 *
	 * @param condition its name in the policy
	 * @param because what it found in the text or knows of the author; null if it does
	 * not hold
	 */
	public record ConditionTrace(String condition, boolean holds, @Nullable String because) {
	}

}
