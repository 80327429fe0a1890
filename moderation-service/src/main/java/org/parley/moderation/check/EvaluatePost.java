package org.parley.moderation.check;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.moderation.author.AuthorProfiles;
import org.parley.moderation.model.ModelOpinion;
import org.parley.moderation.model.ModerationModelClient;
import org.parley.moderation.policy.ActivePolicy;
import org.parley.moderation.policy.Policy;
import org.parley.moderation.policy.Verdict;
import org.parley.moderation.rule.PolicyRules;
import org.parley.moderation.rule.RuleFinding;
import org.parley.moderation.rule.RuleOutcome;
import org.parley.moderation.rule.Submission;

import org.springframework.stereotype.Component;

/**
 * Evaluates a post by the policy's rules and then, if the policy asks it, by the outside
 * model.
 */
@Component
class EvaluatePost {

	private static final int MAX_REASONS = 20;

	private final ActivePolicy activePolicy;

	private final AuthorProfiles authorProfiles;

	private final PostChecks postChecks;

	private final ModerationModelClient moderationModelClient;

	private final InstantSource clock;

	private volatile @Nullable PolicyInForce inForce;

	EvaluatePost(ActivePolicy activePolicy, AuthorProfiles authorProfiles, PostChecks postChecks,
			ModerationModelClient moderationModelClient, InstantSource clock) {
		this.activePolicy = activePolicy;
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
		var present = policy();
		var outcome = present.rules().check(submission(postCheck), this.postChecks.pastPosts(postCheck));
		return Optional.of(judgement(present.policy(), outcome.findings(), Optional.empty(), outcome.asksModel()))
			.filter((judgement) -> judgement.verdict() == Verdict.CLEAN);
	}

	Judgement evaluate(PostCheck postCheck) {
		var present = policy();
		var rules = present.rules();
		var submission = submission(postCheck);
		var outcome = rules.check(submission, this.postChecks.pastPosts(postCheck));
		var modelOpinion = outcome.asksModel() ? this.moderationModelClient.evaluate(postCheck.text())
				: Optional.<ModelOpinion>empty();
		var all = Stream
			.concat(outcome.findings().stream(),
					modelOpinion.stream().flatMap((given) -> rules.rate(given.scores(), submission).stream()))
			.sorted(Comparator.comparing(RuleFinding::verdict).reversed())
			.toList();
		return judgement(present.policy(), all, modelOpinion, outcome.asksModel());
	}

	private Submission submission(PostCheck postCheck) {
		return Submission.of(postCheck.text(), postCheck.thread().category().id(),
				(age) -> this.authorProfiles.isNewcomer(postCheck.post().author().id(), postCheck.since(), age));
	}

	/** Compiles the rules once; the terms of a policy that was in force never change. */
	private PolicyInForce policy() {
		var policy = this.activePolicy.current();
		var cached = this.inForce;
		if (cached != null && cached.policy().id().equals(policy.id())) {
			return cached;
		}
		var compiled = new PolicyInForce(policy, PolicyRules.of(policy.terms()));
		this.inForce = compiled;
		return compiled;
	}

	private Judgement judgement(Policy policy, List<RuleFinding> findings, Optional<ModelOpinion> modelOpinion,
			boolean asksModel) {
		var reasons = findings.stream().map(RuleFinding::reason).distinct().limit(MAX_REASONS).toList();
		var tokens = modelOpinion.map(ModelOpinion::tokens).orElse(0L);
		return new Judgement(RuleOutcome.strictest(findings), reasons,
				modelOpinion.map(ModelOpinion::model).orElse(Judgement.RULES), policy.name(), policy.version(),
				modelOpinion.map(ModelOpinion::scores).orElse(Map.of()), tokens,
				this.moderationModelClient.cost(tokens), this.clock.instant(), !asksModel);
	}

	/**
	 * The policy in force with its compiled rules.
	 *
	 * @param policy the policy
	 * @param rules its rules
	 */
	private record PolicyInForce(Policy policy, PolicyRules rules) {
	}

}
