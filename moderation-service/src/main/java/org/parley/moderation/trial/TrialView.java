package org.parley.moderation.trial;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.parley.moderation.policy.Verdict;
import org.parley.moderation.rule.PolicyRules;
import org.parley.moderation.rule.RuleFinding;
import org.parley.moderation.rule.RuleOutcome;
import org.parley.moderation.rule.RuleTrace;

/**
 * The outcome of a policy for a text.
 *
 * @param asksModel whether the outside model would be asked
 * @param rules the rules in their order, and why they fire
 * @param scores the verdicts that follow from the given scores
 */
record TrialView(Verdict verdict, boolean asksModel, List<RuleTrace> rules, List<ScoreTrace> scores) {

	static TrialView of(PolicyRules rules, TrialRequest request, Map<String, Double> scores) {
		var submission = request.submission();
		var outcome = rules.check(submission, request.past());
		var rated = outcome.asksModel() ? rules.rate(scores, submission) : List.<RuleFinding>of();
		var all = Stream.concat(outcome.findings().stream(), rated.stream()).toList();
		return new TrialView(RuleOutcome.strictest(all), outcome.asksModel(), rules.explain(submission, request.past()),
				traces(scores, rated));
	}

	private static List<ScoreTrace> traces(Map<String, Double> scores, List<RuleFinding> rated) {
		return new TreeMap<>(scores).entrySet()
			.stream()
			.map((score) -> new ScoreTrace(score.getKey(), score.getValue(),
					rated.stream()
						.filter((finding) -> finding.reason().equals(score.getKey()))
						.map(RuleFinding::verdict)
						.findFirst()
						.orElse(Verdict.CLEAN)))
			.toList();
	}

	/**
	 * The verdict that follows from a score.
	 *
	 * @param harm the category of harm
	 */
	record ScoreTrace(String harm, double score, Verdict verdict) {
	}

}
