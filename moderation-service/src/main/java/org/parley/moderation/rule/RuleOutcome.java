package org.parley.moderation.rule;

import java.util.List;

import org.parley.moderation.policy.Verdict;

/**
 * The outcome of the rules for a text.
 *
 * @param findings the findings, in the order of the rules
 * @param asksModel whether the outside model is to be asked
 */
public record RuleOutcome(List<RuleFinding> findings, boolean asksModel) {

	/** The strictest verdict of these findings. */
	public static Verdict strictest(List<RuleFinding> findings) {
		return findings.stream().map(RuleFinding::verdict).reduce(Verdict.CLEAN, Verdict::stricter);
	}

}
