package org.parley.moderation.check;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.moderation.author.AuthorProfile;
import org.parley.moderation.author.AuthorProfiles;
import org.parley.moderation.model.ModelOpinion;
import org.parley.moderation.model.ModerationModelClient;
import org.parley.moderation.policy.Policies;
import org.parley.moderation.policy.Policy;
import org.parley.moderation.policy.Verdict;
import org.parley.moderation.rule.PolicyRules;
import org.parley.moderation.rule.RuleFinding;
import org.parley.moderation.rule.Submission;

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

	private final PostChecks postChecks;

	private final ModerationModelClient moderationModelClient;

	private final InstantSource clock;

	private volatile @Nullable PolicyRules compiled;

	EvaluatePost(Policies policies, AuthorProfiles authorProfiles, PostChecks postChecks,
			ModerationModelClient moderationModelClient, InstantSource clock) {
		this.policies = policies;
		this.authorProfiles = authorProfiles;
		this.postChecks = postChecks;
		this.moderationModelClient = moderationModelClient;
		this.clock = clock;
	}

	/**
	 * Evaluates a post by rules alone; empty if they find something or the model is
	 * ready, so that a worker must evaluate it.
	 */
	Optional<Judgement> evaluateAtOnce(PostCheck postCheck) {
		if (this.moderationModelClient.isReady()) {
			return Optional.empty();
		}
		var policy = this.policies.current();
		return Optional.of(judgement(policy, findings(policy, postCheck), Optional.empty()))
			.filter((judgement) -> judgement.verdict() == Verdict.CLEAN);
	}

	Judgement evaluate(PostCheck postCheck) {
		var policy = this.policies.current();
		var byRules = findings(policy, postCheck);
		var modelOpinion = (strictest(byRules) == Verdict.REMOVED) ? Optional.<ModelOpinion>empty()
				: this.moderationModelClient.evaluate(postCheck.text());
		var all = Stream.concat(byRules.stream(), modelOpinion.stream().flatMap((given) -> findings(given, policy)))
			.sorted(Comparator.comparing(RuleFinding::verdict).reversed())
			.toList();
		return judgement(policy, all, modelOpinion);
	}

	private List<RuleFinding> findings(Policy policy, PostCheck postCheck) {
		var submission = Submission.of(postCheck.text(), (age) -> isNewcomer(postCheck, age));
		return rules(policy).check(submission, this.postChecks.pastPosts(postCheck));
	}

	/** Reads the profile only of an author whose id says that the account is new. */
	private boolean isNewcomer(PostCheck postCheck, Duration age) {
		var id = postCheck.post().author().id();
		return isYounger(AuthorProfile.unknown(id), age, postCheck)
				&& isYounger(this.authorProfiles.find(id), age, postCheck);
	}

	private static boolean isYounger(AuthorProfile author, Duration age, PostCheck postCheck) {
		return !author.isModerator() && author.age(postCheck.since()).compareTo(age) < 0;
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

	private Judgement judgement(Policy policy, List<RuleFinding> findings, Optional<ModelOpinion> modelOpinion) {
		var reasons = findings.stream().map(RuleFinding::reason).distinct().limit(MAX_REASONS).toList();
		return new Judgement(strictest(findings), reasons,
				modelOpinion.map(ModelOpinion::model).orElse(Judgement.RULES), policy.version(),
				modelOpinion.map(ModelOpinion::scores).orElse(Map.of()),
				modelOpinion.map(ModelOpinion::tokens).orElse(0L), this.clock.instant());
	}

}
