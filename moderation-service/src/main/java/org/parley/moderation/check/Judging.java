package org.parley.moderation.check;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.moderation.author.Authors;
import org.parley.moderation.check.Check.Stage;
import org.parley.moderation.model.Asking;
import org.parley.moderation.model.Opinion;
import org.parley.moderation.policy.Policies;
import org.parley.moderation.policy.Policy;
import org.parley.moderation.policy.Verdict;
import org.parley.moderation.rule.Finding;
import org.parley.moderation.rule.Rules;
import org.parley.moderation.rule.Submission;
import org.parley.moderation.verdict.Judgement;
import org.parley.moderation.verdict.Judgements;
import org.parley.platform.web.Ids;

import org.springframework.stereotype.Component;

/**
 * Finds out what a check comes to: rules first, then the outside model, where there is
 * one and rules have not gone to the end already. Writes nothing.
 */
@Component
class Judging {

	private static final int MOST_REASONS = 20;

	private final Policies policies;

	private final Authors authors;

	private final Judgements judgements;

	private final Asking asking;

	private final InstantSource clock;

	private volatile @Nullable Rules ready;

	Judging(Policies policies, Authors authors, Judgements judgements, Asking asking, InstantSource clock) {
		this.policies = policies;
		this.authors = authors;
		this.judgements = judgements;
		this.asking = asking;
		this.clock = clock;
	}

	Judgement judge(Check check) {
		var policy = this.policies.present();
		var submission = submission(check);
		var past = this.judgements.pastPosts(check.post().author().id(), check.postId(), check.since(), asOf(check));
		var byRules = rules(policy).check(submission, past);
		var opinion = (worst(byRules) == Verdict.REMOVED) ? Optional.<Opinion>empty() : this.asking.ask(check.text());
		var all = Stream.concat(byRules.stream(), opinion.stream().flatMap((given) -> findings(given, policy)))
			.sorted(Comparator.comparing(Finding::verdict).reversed())
			.toList();
		return judgement(check, policy, submission.hash(), all, opinion);
	}

	private Submission submission(Check check) {
		var author = this.authors.find(check.post().author().id());
		return Submission.of(check.text(), author.age(check.since()), author.isModerator());
	}

	/** What came after the first verdict does not count when it is looked at again. */
	private Instant asOf(Check check) {
		var now = this.clock.instant();
		return (check.stage() == Stage.AGAIN) ? this.judgements.latest(check.postId()).map(Judgement::at).orElse(now)
				: now;
	}

	/** Made ready once for each policy. */
	private Rules rules(Policy policy) {
		var known = this.ready;
		if (known != null && known.version() == policy.version()) {
			return known;
		}
		var made = Rules.of(policy);
		this.ready = made;
		return made;
	}

	private static Stream<Finding> findings(Opinion opinion, Policy policy) {
		return opinion.scores()
			.entrySet()
			.stream()
			.map((score) -> new Finding(score.getKey(), policy.thresholdsOf(score.getKey()).of(score.getValue())))
			.filter((finding) -> finding.verdict() != Verdict.CLEAN);
	}

	private static Verdict worst(List<Finding> findings) {
		return findings.stream().map(Finding::verdict).reduce(Verdict.CLEAN, Verdict::or);
	}

	private Judgement judgement(Check check, Policy policy, String hash, List<Finding> findings,
			Optional<Opinion> opinion) {
		var reasons = findings.stream().map(Finding::reason).distinct().limit(MOST_REASONS).toList();
		return new Judgement(Ids.next(), check.postId(), check.post().author().id(), check.revision(), worst(findings),
				reasons, opinion.map(Opinion::model).orElse(Judgement.RULES), policy.version(),
				opinion.map(Opinion::scores).orElse(Map.of()), opinion.map(Opinion::tokens).orElse(0L), hash,
				this.clock.instant());
	}

}
