package org.parley.moderation.check;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.moderation.ContentReference;
import org.parley.contracts.moderation.Verdict;
import org.parley.moderation.author.AuthorProfiles;
import org.parley.moderation.model.ModelKind;
import org.parley.moderation.model.ModelOpinion;
import org.parley.moderation.model.ModelQuestion;
import org.parley.moderation.model.ModerationModelClient;
import org.parley.moderation.model.TextDeclinedException;
import org.parley.moderation.policy.ActivePolicy;
import org.parley.moderation.policy.Policy;
import org.parley.moderation.rule.PolicyRules;
import org.parley.moderation.rule.PolicyRules.RuleOutcome;
import org.parley.moderation.rule.RuleFinding;
import org.parley.moderation.rule.Submission;
import org.parley.moderation.statement.Statements;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;

import org.springframework.stereotype.Component;

/**
 * Evaluates a post by the policy's rules and then, if the policy asks it, by the outside
 * model.
 */
@Component
class EvaluatePost {

	private static final int MAX_REASONS = 20;

	/** After so many attempts a declined text is not sent again, since each is billed. */
	private static final int MAX_ATTEMPTS_IF_DECLINED = 3;

	private static final RuleFinding AUTHOR_LIMITED = new RuleFinding("author/limited", Verdict.HELD);

	private final ActivePolicy activePolicy;

	private final AuthorProfiles authorProfiles;

	private final AuthorHistory authorHistory;

	private final Statements statements;

	private final ModerationModelClient moderationModelClient;

	private final InstantSource clock;

	private volatile @Nullable PolicyInForce inForce;

	EvaluatePost(ActivePolicy activePolicy, AuthorProfiles authorProfiles, AuthorHistory authorHistory,
			Statements statements, ModerationModelClient moderationModelClient, InstantSource clock) {
		this.activePolicy = activePolicy;
		this.authorProfiles = authorProfiles;
		this.authorHistory = authorHistory;
		this.statements = statements;
		this.moderationModelClient = moderationModelClient;
		this.clock = clock;
	}

	/**
	 * Evaluates a post by rules alone; empty if they find something or the model is
	 * ready, so that a worker must evaluate it.
	 */
	Optional<Judgement> evaluateAtOnce(PostCheck postCheck, Submission submission) {
		if (isModelReady()) {
			return Optional.empty();
		}
		var present = policy();
		var outcome = check(present.rules(), submission, postCheck);
		return Optional.of(judgement(present.policy(), outcome, outcome.findings(), Optional.empty()))
			.filter((judgement) -> judgement.verdict() == Verdict.CLEAN);
	}

	/** Whether the model that the policy asks can be called. */
	boolean isModelReady() {
		return this.moderationModelClient.isReady(kindOfModel(this.activePolicy.current()));
	}

	/** Whether a policy may ask a model. */
	boolean hasModel() {
		return this.moderationModelClient.isConfigured();
	}

	private static ModelKind kindOfModel(Policy policy) {
		return ModelKind.of(policy.terms().kindOfModel());
	}

	Judgement evaluate(PostCheck postCheck) {
		var present = policy();
		var rules = present.rules();
		var submission = submission(postCheck.text(), postCheck.post(), postCheck.thread(), postCheck.since());
		var outcome = check(rules, submission, postCheck);
		if (!outcome.asksModel()) {
			return judgement(present, outcome, submission, Optional.empty());
		}
		try {
			return judgement(present, outcome, submission, ask(present.policy(), postCheck.text()));
		}
		catch (TextDeclinedException ex) {
			return judgement(present,
					(postCheck.attempts() < MAX_ATTEMPTS_IF_DECLINED) ? outcome : outcome.withoutModel(), submission,
					Optional.empty());
		}
	}

	private Judgement judgement(PolicyInForce present, RuleOutcome outcome, Submission submission,
			Optional<ModelOpinion> modelOpinion) {
		var rules = present.rules();
		var all = Stream
			.concat(outcome.findings().stream(),
					modelOpinion.stream().flatMap((given) -> rules.rate(given.scores(), submission).stream()))
			.sorted(Comparator.comparing(RuleFinding::verdict).reversed())
			.toList();
		return judgement(present.policy(), outcome, all, modelOpinion);
	}

	/** Scores of categories that are switched off are not even stored. */
	private Optional<ModelOpinion> ask(Policy policy, String text) {
		var terms = policy.terms();
		return this.moderationModelClient.evaluate(new ModelQuestion(kindOfModel(policy), terms.harms(), text))
			.map((given) -> given.only(terms::counts));
	}

	/**
	 * Evaluates the rules. Later texts of a limited author are held, only threads can be
	 * locked, and the model has nothing to say about media without a text.
	 */
	private RuleOutcome check(PolicyRules rules, Submission submission, PostCheck postCheck) {
		var checked = rules.check(submission, this.authorHistory.before(postCheck));
		var lockable = isPost(postCheck) ? checked : checked.withoutLock();
		var outcome = postCheck.text().isBlank() ? lockable.withoutModel() : lockable;
		return (rules.limitAuthors() && this.statements.isAuthorLimited(postCheck.post().author().id(),
				postCheck.postId(), postCheck.since())) ? outcome.with(AUTHOR_LIMITED) : outcome;
	}

	private static boolean isPost(PostCheck postCheck) {
		return postCheck.post().in(postCheck.thread()) instanceof ContentReference.PostContent;
	}

	/**
	 * The input of the rules.
	 * @param since when the text arrived
	 */
	Submission submission(String text, ModeratedPostReference post, ModeratedThreadReference thread, Instant since) {
		return Submission.of(text, thread.category().id(),
				(age) -> this.authorProfiles.isNewcomer(post.author().id(), since, age));
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

	private Judgement judgement(Policy policy, RuleOutcome outcome, List<RuleFinding> findings,
			Optional<ModelOpinion> modelOpinion) {
		var now = this.clock.instant();
		var effects = outcome.effects();
		var reasons = findings.stream().map(RuleFinding::reason).distinct().limit(MAX_REASONS).toList();
		var tokens = modelOpinion.map(ModelOpinion::tokens).orElse(0L);
		return new Judgement(RuleOutcome.strictest(findings), reasons,
				modelOpinion.map(ModelOpinion::model).orElse(Judgement.RULES), policy.name(), policy.version(),
				modelOpinion.map(ModelOpinion::scores).orElse(Map.of()), tokens,
				this.moderationModelClient.cost(kindOfModel(policy), tokens), now, effects.locks() ? true : null,
				(effects.limit() != null) ? now.plus(effects.limit()) : null, !outcome.asksModel());
	}

	/** The policy in force with its compiled rules. */
	private record PolicyInForce(Policy policy, PolicyRules rules) {
	}

}
