package org.parley.moderation.statement;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.SealedEventSecret;
import org.parley.contracts.moderation.StatementIssued;
import org.parley.contracts.moderation.StatementLifted;
import org.parley.moderation.cases.CaseGrounds;
import org.parley.moderation.cases.ModerationCase;
import org.parley.moderation.cases.Moderator;
import org.parley.moderation.cases.review.CaseRuled;
import org.parley.moderation.statement.token.AppealToken;
import org.parley.moderation.subject.ContentRestored;
import org.parley.platform.messaging.secret.MailPayloadCipher;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Issues a statement for each verdict and decision that restricts a post, and ends
 * statements whose restriction has ended, within the caller's transaction.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
@EnableConfigurationProperties(AppealSettings.class)
public class RecordStatement {

	private final Statements statements;

	private final AppealSettings settings;

	private final MailPayloadCipher mailPayloadCipher;

	private final ApplicationEventPublisher publisher;

	private final InstantSource clock;

	RecordStatement(Statements statements, AppealSettings settings, MailPayloadCipher mailPayloadCipher,
			ApplicationEventPublisher publisher, InstantSource clock) {
		this.statements = statements;
		this.settings = settings;
		this.mailPayloadCipher = mailPayloadCipher;
		this.publisher = publisher;
		this.clock = clock;
	}

	/**
	 * Records the finding of a check. A repeated check of the same content with the same
	 * result changes nothing, and neither does a check of a post that a moderator hides.
	 */
	public void recordFinding(String caseId, CaseGrounds grounds) {
		var inForce = this.statements.findInForce(grounds.post().id());
		if (inForce.stream().anyMatch(Statement::outranksChecks)) {
			return;
		}
		var measures = Measure.of(grounds.finding());
		var automated = inForce.stream().filter(Statement::isAutomated).toList();
		if (measures.isEmpty()) {
			automated.forEach(this::liftByCheck);
			return;
		}
		automated.stream()
			.filter((known) -> measures.stream().noneMatch((measure) -> known.states(measure, grounds.revision())))
			.forEach(this::supersede);
		measures.stream()
			.filter((measure) -> inForce.stream().noneMatch((known) -> known.states(measure, grounds.revision())))
			.forEach((measure) -> issue(caseId, grounds, measure));
	}

	/** Ends a restriction whose appeal a moderator grants; others of the post stay. */
	public void overturn(Statement appealed, @Nullable String note, Moderator moderator) {
		lift(appealed, new Appeal.Answer(note, moderator.person(), this.clock.instant()));
	}

	/** Ends the restriction by a check whose content was replaced by clean content. */
	public void liftAutomatic(String postId) {
		findAutomated(postId).forEach(this::liftByCheck);
	}

	/** Ends the lock of a thread that the post has left, which opens the thread. */
	public void endLock(String postId) {
		this.statements.findInForce(postId)
			.stream()
			.filter(Statement::locksThread)
			.forEach((ended) -> lift(ended, null));
	}

	/** Ends the locks of a thread that a moderator has opened. */
	void endLocks(String threadId, Instant at) {
		this.statements.findLocksOf(threadId, at).forEach((ended) -> lift(ended, null));
	}

	@EventListener
	void on(ContentRestored restored) {
		if (restored.shown()) {
			this.statements.findInForce(restored.contentId())
				.stream()
				.filter((found) -> found.endsWithRestoration(restored.at()))
				.forEach((ended) -> lift(ended, null));
		}
	}

	private Stream<Statement> findAutomated(String postId) {
		return this.statements.findInForce(postId).stream().filter(Statement::isAutomated);
	}

	@EventListener
	void on(CaseRuled ruled) {
		var moderationCase = ruled.moderationCase();
		var ruling = moderationCase.ruling();
		var reversal = moderationCase.reversal();
		if (ruling == null) {
			return;
		}
		if (reversal != null) {
			liftReversed(moderationCase, new Appeal.Answer(reversal.note(), reversal.by(), reversal.at()));
			return;
		}
		Restriction.of(ruling.decision())
			.ifPresentOrElse((restriction) -> issue(moderationCase, restriction, ruling),
					() -> liftDismissed(moderationCase, new Appeal.Answer(ruling.note(), ruling.by(), ruling.at())));
	}

	/**
	 * A warning shows a text again that a check has hidden, if its author cannot edit it
	 * until then: a message, social post or comment, and a post that opens a thread.
	 */
	private void issue(ModerationCase decided, Restriction restriction, ModerationCase.Ruling ruling) {
		var grounds = decided.grounds();
		this.statements.findInForce(grounds.post().id())
			.stream()
			.filter((known) -> known.isReplacedBy(restriction))
			.forEach(this::supersede);
		if (restriction == Restriction.WARN && (!grounds.isPost() || grounds.post().opensThread())) {
			findAutomated(grounds.post().id()).filter(Statement::hides).forEach((ended) -> lift(ended, null));
		}
		issue(decided.id(), grounds, new Measure(restriction, decided.isReported(), ruling.note(), ruling.until(),
				ruling.text(), ruling.by()));
	}

	private void issue(String caseId, CaseGrounds grounds, Measure measure) {
		var issued = Statement.issue(caseId, grounds, measure, this.clock.instant(), this.settings.period());
		var token = issued.locksOutAuthor() ? admitBearer(issued) : null;
		this.statements.insert(issued);
		this.publisher.publishEvent(event(issued, token));
	}

	/** Statement and event have the same token, because one transaction stores both. */
	private SealedEventSecret admitBearer(Statement issued) {
		var token = AppealToken.next();
		issued.admit(token);
		return this.mailPayloadCipher.seal(token.text());
	}

	private void liftDismissed(ModerationCase dismissed, Appeal.Answer answer) {
		this.statements.findInForce(dismissed.grounds().post().id())
			.stream()
			.filter(Statement::endsWithDismissal)
			.forEach((ended) -> lift(ended, answer));
	}

	/** The post is visible again, so a hold by a check ends, too. */
	private void liftReversed(ModerationCase reversed, Appeal.Answer answer) {
		this.statements.findInForce(reversed.grounds().post().id())
			.stream()
			.filter((found) -> found.isAutomated() || found.caseId().equals(reversed.id()))
			.forEach((ended) -> lift(ended, answer));
	}

	/** The answer to an open appeal is the author's only message. */
	private void lift(Statement ended, Appeal.@Nullable Answer answer) {
		var answersAppeal = answer != null && ended.hasOpenAppeal();
		ended.lift(answer, this.clock.instant());
		this.statements.update(ended);
		this.publisher.publishEvent(answersAppeal ? ended.answered() : lifted(ended));
	}

	private void liftByCheck(Statement ended) {
		ended.liftByCheck(this.clock.instant());
		this.statements.update(ended);
		this.publisher.publishEvent(lifted(ended));
	}

	private void supersede(Statement ended) {
		ended.supersede(this.clock.instant());
		this.statements.update(ended);
	}

	private static StatementIssued event(Statement issued, @Nullable SealedEventSecret appealToken) {
		var content = issued.grounds().reference();
		var measure = issued.measure();
		return new StatementIssued(content.type("statement.issued"), issued.id(), issued.caseId(), content,
				measure.restriction().json(), issued.isAutomated(), measure.note(), measure.until(),
				issued.appealUntil(), appealToken, issued.issuedAt());
	}

	private static StatementLifted lifted(Statement lifted) {
		var content = lifted.grounds().reference();
		return new StatementLifted(content.type("statement.lifted"), lifted.id(), lifted.caseId(), content,
				lifted.measure().restriction().json(), lifted.liftNote(), Objects.requireNonNull(lifted.endedAt()));
	}

}
