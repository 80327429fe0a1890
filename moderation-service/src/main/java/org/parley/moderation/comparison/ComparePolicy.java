package org.parley.moderation.comparison;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.parley.moderation.author.AuthorProfiles;
import org.parley.moderation.check.Judgement;
import org.parley.moderation.check.PostCheck;
import org.parley.moderation.check.AuthorHistory;
import org.parley.moderation.rule.PolicyRules;
import org.parley.moderation.rule.PolicyRules.RuleOutcome;
import org.parley.moderation.rule.RuleFinding;
import org.parley.moderation.rule.Submission;

import org.springframework.stereotype.Component;

/**
 * Evaluates a checked post by another policy, with the scores that the model gave then.
 * The model is never called.
 */
@Component
public class ComparePolicy {

	private static final int MAX_REASONS = 20;

	private final AuthorProfiles authorProfiles;

	private final AuthorHistory authorHistory;

	ComparePolicy(AuthorProfiles authorProfiles, AuthorHistory authorHistory) {
		this.authorProfiles = authorProfiles;
		this.authorHistory = authorHistory;
	}

	/** Compares the verdict about a post with that of other rules. */
	public Comparison compare(PolicyRules rules, PostCheck postCheck, Judgement actual) {
		var submission = Submission.of(postCheck.text(), postCheck.thread().category().id(),
				(age) -> this.authorProfiles.isNewcomer(postCheck.post().author().id(), postCheck.since(), age));
		var outcome = rules.check(submission, this.authorHistory.before(postCheck));
		var rated = outcome.asksModel() ? rules.rate(actual.scores(), submission) : List.<RuleFinding>of();
		var all = Stream.concat(outcome.findings().stream(), rated.stream())
			.sorted(Comparator.comparing(RuleFinding::verdict).reversed())
			.toList();
		var reasons = all.stream().map(RuleFinding::reason).distinct().limit(MAX_REASONS).toList();
		return new Comparison(actual, RuleOutcome.strictest(all), reasons,
				outcome.asksModel() && actual.scores().isEmpty());
	}

}
