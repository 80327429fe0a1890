package org.parley.moderation.trial;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.google.re2j.Pattern;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.moderation.Verdict;
import org.parley.moderation.policy.Policies;
import org.parley.moderation.rule.PolicyRules;
import org.parley.moderation.rule.PolicyRules.RuleOutcome;
import org.parley.moderation.rule.RuleFinding;
import org.parley.moderation.rule.RuleTrace;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.web.Data;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tries a policy on a text. Nothing is stored, and the outside model is not called. */
@RestController
@Tag(name = "Policies")
class TrialController {

	private static final Pattern HARM = Pattern.compile("[a-z0-9/_-]{1,64}");

	private final Policies policies;

	TrialController(Policies policies) {
		this.policies = policies;
	}

	@PostMapping("/api/v1/admin/policies/{id}/try")
	@Operation(summary = "Try a policy on a text: which rules fire, and why")
	Data<TrialView> run(@PathVariable String id, @Valid @RequestBody TrialRequest request) {
		var rules = PolicyRules.of(this.policies.get(id).terms());
		return new Data<>(TrialView.of(rules, request, scores(request.scores())));
	}

	private static Map<String, Double> scores(@Nullable Map<String, @Nullable Double> given) {
		var scores = new HashMap<String, Double>();
		if (given != null) {
			given.forEach((harm, score) -> {
				if (!HARM.matches(harm) || score == null || !(score >= 0 && score <= 1)) {
					throw RefusalException.field("scores", "score.invalid",
							"must have scores from 0 to 1 by category of harm");
				}
				scores.put(harm, score);
			});
		}
		return scores;
	}

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
			return new TrialView(RuleOutcome.strictest(all), outcome.asksModel(),
					rules.explain(submission, request.past()), traces(scores, rated));
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

}
