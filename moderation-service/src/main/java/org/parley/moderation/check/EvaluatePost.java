package org.parley.moderation.check;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.moderation.author.AuthorProfiles;
import org.parley.moderation.check.PostCheck.Stage;
import org.parley.moderation.model.ModelOpinion;
import org.parley.moderation.model.ModerationModelClient;
import org.parley.moderation.policy.Policies;
import org.parley.moderation.policy.Policy;
import org.parley.moderation.policy.Verdict;
import org.parley.moderation.rule.PolicyRules;
import org.parley.moderation.rule.RuleFinding;
import org.parley.moderation.rule.Submission;
import org.parley.moderation.verdict.Judgement;
import org.parley.moderation.verdict.Judgements;
import org.parley.platform.web.Ids;

import org.springframework.stereotype.Component;

/**
 * Evaluates a post by the policy's rules and then by the outside model. The model is
 * skipped when the rules already remove the post.
 */
@Component
class EvaluatePost {

	private static final int MAX_REASONS = 20;

	private final Policies policies;

	private final AuthorProfiles authorProfiles;

	private final Judgements judgements;

	private final ModerationModelClient moderationModelClient;

	private final InstantSource clock;

	private volatile @Nullable PolicyRules compiled;

	EvaluatePost(Policies policies, AuthorProfiles authorProfiles, Judgements judgements,
			ModerationModelClient moderationModelClient, InstantSource clock) {
		this.policies = policies;
		this.authorProfiles = authorProfiles;
		this.judgements = judgements;
		this.moderationModelClient = moderationModelClient;
		this.clock = clock;
	}

	Judgement evaluate(PostCheck postCheck) {
		var policy = this.policies.current();
		var submission = submission(postCheck);
		var past = this.judgements.pastPosts(postCheck.post().author().id(), postCheck.postId(), postCheck.since(),
				asOf(postCheck));
		var byRules = rules(policy).check(submission, past);
		var modelOpinion = (strictest(byRules) == Verdict.REMOVED) ? Optional.<ModelOpinion>empty()
				: this.moderationModelClient.evaluate(postCheck.text());
		var all = Stream.concat(byRules.stream(), modelOpinion.stream().flatMap((given) -> findings(given, policy)))
			.sorted(Comparator.comparing(RuleFinding::verdict).reversed())
			.toList();
		return judgement(postCheck, policy, submission.hash(), all, modelOpinion);
	}

	private Submission submission(PostCheck postCheck) {
		var author = this.authorProfiles.find(postCheck.post().author().id());
		return Submission.of(postCheck.text(), author.age(postCheck.since()), author.isModerator());
	}

	/** A repeated check ignores the author's posts from after the first verdict. */
	private Instant asOf(PostCheck postCheck) {
		var now = this.clock.instant();
		return (postCheck.stage() == Stage.AGAIN)
				? this.judgements.findLatest(postCheck.postId()).map(Judgement::at).orElse(now) : now;
	}

	/** Compiles the rules once per policy version. */
	private PolicyRules rules(Policy policy) {
		var cached = this.compiled;
		if (cached != null && cached.version() == policy.version()) {
			return cached;
		}
		var rules = PolicyRules.of(policy);
		this.compiled = rules;
		return rules;
	}

	private static Stream<RuleFinding> findings(ModelOpinion modelOpinion, Policy policy) {
		return modelOpinion.scores()
			.entrySet()
			.stream()
			.map((score) -> new RuleFinding(score.getKey(),
					policy.thresholdsOf(score.getKey()).verdictFor(score.getValue())))
			.filter((finding) -> finding.verdict() != Verdict.CLEAN);
	}

	private static Verdict strictest(List<RuleFinding> findings) {
		return findings.stream().map(RuleFinding::verdict).reduce(Verdict.CLEAN, Verdict::stricter);
	}

	private Judgement judgement(PostCheck postCheck, Policy policy, String hash, List<RuleFinding> findings,
			Optional<ModelOpinion> modelOpinion) {
		var reasons = findings.stream().map(RuleFinding::reason).distinct().limit(MAX_REASONS).toList();
		return new Judgement(Ids.next(), postCheck.postId(), postCheck.post().author().id(), postCheck.revision(),
				strictest(findings), reasons, modelOpinion.map(ModelOpinion::model).orElse(Judgement.RULES),
				policy.version(), modelOpinion.map(ModelOpinion::scores).orElse(Map.of()),
				modelOpinion.map(ModelOpinion::tokens).orElse(0L), hash, this.clock.instant());
	}

}
