package org.parley.moderation.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.parley.contracts.moderation.Verdict;
import org.parley.moderation.policy.PolicyTerms;
import org.parley.moderation.policy.RuleEffects;

/** The compiled rules and the thresholds of a policy. */
public final class PolicyRules {

	private final PolicyTerms terms;

	private final List<CompiledRule> rules;

	private PolicyRules(PolicyTerms terms, List<CompiledRule> rules) {
		this.terms = terms;
		this.rules = List.copyOf(rules);
	}

	/**
	 * Compiles the rules of a policy.
	 * @throws com.google.re2j.PatternSyntaxException when a pattern is invalid
	 */
	public static PolicyRules of(PolicyTerms terms) {
		return new PolicyRules(terms, terms.rules().stream().map(CompiledRule::of).toList());
	}

	/** Evaluates the rules in their order, up to one that ends the evaluation. */
	public RuleOutcome check(Submission submission, PastPosts past) {
		var findings = new ArrayList<RuleFinding>();
		var asked = !this.terms.asksOnDemand();
		var effects = RuleEffects.NONE;
		for (var compiled : this.rules) {
			if (compiled.fires(submission, past)) {
				asked |= compiled.rule().asks();
				effects = effects.and(compiled.rule().effects());
				if (!compiled.rule().asks()) {
					findings.add(new RuleFinding(compiled.rule().name(), compiled.rule().verdict()));
				}
				if (compiled.rule().stops()) {
					break;
				}
			}
		}
		return outcome(findings, asked, effects, submission);
	}

	/** Without a text that the rules remove, and only where texts may be sent. */
	private RuleOutcome outcome(List<RuleFinding> findings, boolean asked, RuleEffects effects, Submission submission) {
		var asksModel = asked && this.terms.sends(submission.categoryId())
				&& RuleOutcome.strictest(findings) != Verdict.REMOVED;
		return new RuleOutcome(List.copyOf(findings), asksModel, effects);
	}

	public boolean limitAuthors() {
		return this.rules.stream().anyMatch((compiled) -> compiled.rule().effects().limit() != null);
	}

	/** Explains for each rule whether it fires. */
	public List<RuleTrace> explain(Submission submission, PastPosts past) {
		var traces = new ArrayList<RuleTrace>();
		var ended = false;
		for (var compiled : this.rules) {
			var trace = ended ? compiled.skipped() : compiled.trace(submission, past);
			traces.add(trace);
			ended |= trace.fires() && compiled.rule().stops();
		}
		return List.copyOf(traces);
	}

	/** Returns the findings that follow from the model's scores. */
	public List<RuleFinding> rate(Map<String, Double> scores, Submission submission) {
		return scores.entrySet()
			.stream()
			.filter((score) -> this.terms.counts(score.getKey()))
			.map((score) -> new RuleFinding(score.getKey(), verdict(score.getKey(), score.getValue(), submission)))
			.filter((finding) -> finding.verdict() != Verdict.CLEAN)
			.toList();
	}

	private Verdict verdict(String harm, double score, Submission submission) {
		var verdict = this.terms.thresholdsOf(harm, submission.categoryId()).verdictFor(score);
		var newcomers = this.terms.newcomers();
		var stricter = (newcomers != null) ? newcomers.thresholds().get(harm) : null;
		return (newcomers != null && stricter != null && stricter.verdictFor(score) != Verdict.CLEAN
				&& submission.isNewcomer(newcomers.duration())) ? verdict.stricter(stricter.verdictFor(score))
						: verdict;
	}

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

		public static Verdict strictest(List<RuleFinding> findings) {
			return findings.stream().map(RuleFinding::verdict).reduce(Verdict.CLEAN, Verdict::stricter);
		}

	}

}
