package org.parley.moderation.rule;

import java.util.List;
import java.util.stream.Stream;

import org.parley.moderation.policy.RuleEffects;
import org.parley.moderation.policy.Verdict;

/**
 * The outcome of the rules for a text.
 *
 * @param findings the findings, in the order of the rules
 * @param asksModel whether the outside model is to be asked
 * @param effects what follows besides the verdict
 */
public record RuleOutcome(List<RuleFinding> findings, boolean asksModel, RuleEffects effects) {

	/** Returns a copy with one more finding. */
	public RuleOutcome with(RuleFinding finding) {
		return new RuleOutcome(Stream.concat(this.findings.stream(), Stream.of(finding)).toList(), this.asksModel,
				this.effects);
	}

	/** Returns a copy that locks nothing. */
	public RuleOutcome withoutLock() {
		return new RuleOutcome(this.findings, this.asksModel, new RuleEffects(false, this.effects.limit()));
	}

	/** Returns a copy that asks no model. */
	public RuleOutcome withoutModel() {
		return new RuleOutcome(this.findings, false, this.effects);
	}

	/** The strictest verdict of these findings. */
	public static Verdict strictest(List<RuleFinding> findings) {
		return findings.stream().map(RuleFinding::verdict).reduce(Verdict.CLEAN, Verdict::stricter);
	}

}
