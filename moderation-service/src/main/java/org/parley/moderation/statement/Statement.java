package org.parley.moderation.statement;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.moderation.AppealDecided;
import org.parley.moderation.cases.CaseGrounds;
import org.parley.moderation.cases.Moderator;
import org.parley.moderation.statement.token.AppealToken;
import org.parley.moderation.subject.ContentRevision;
import org.parley.platform.domain.Ids;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The statement of reasons of one decision that restricts a post.
 *
 * @see <a href="https://eur-lex.europa.eu/eli/reg/2022/2065/oj">Regulation (EU)
 * 2022/2065, articles 17 and 20</a>
 */
@Document("statements")
@CompoundIndex(def = "{'issuedAt': 1}")
@CompoundIndex(def = "{'grounds.post._id': 1, 'status': 1}")
@CompoundIndex(def = "{'grounds.post.author._id': 1, '_id': -1}")
@CompoundIndex(name = "limits", def = "{'grounds.post.author._id': 1, 'measure.until': 1}",
		partialFilter = "{'measure.restriction': 'LIMIT'}")
@CompoundIndex(def = "{'grounds.thread._id': 1}")
@CompoundIndex(def = "{'tokenHash': 1}", unique = true, sparse = true)
@CompoundIndex(def = "{'appeal._id': 1}", sparse = true)
@CompoundIndex(def = "{'appeal.status': 1, 'appeal._id': 1}", sparse = true)
@CompoundIndex(def = "{'grounds.thread.category._id': 1, 'appeal.status': 1, 'appeal._id': 1}")
@CompoundIndex(def = "{'appeal.status': 1, 'appeal.answerBy': 1}", sparse = true)
@CompoundIndex(def = "{'measure.by._id': 1, 'issuedAt': 1}", sparse = true)
public final class Statement {

	@Id
	private final String id;

	private final String caseId;

	private final CaseGrounds grounds;

	private final Measure measure;

	private final Instant issuedAt;

	private final Instant appealUntil;

	/** The title and the tags that were checked with a first post. */
	private @Nullable String title;

	private @Nullable List<String> tags;

	private @Nullable String tokenHash;

	private StatementStatus status = StatementStatus.IN_FORCE;

	private @Nullable String liftNote;

	private @Nullable Instant endedAt;

	private boolean endedByCheck;

	private @Nullable Appeal appeal;

	private long version;

	Statement(String id, String caseId, CaseGrounds grounds, Measure measure, Instant issuedAt, Instant appealUntil) {
		this.id = id;
		this.caseId = caseId;
		this.grounds = grounds;
		this.measure = measure;
		this.issuedAt = issuedAt;
		this.appealUntil = appealUntil;
	}

	static Statement issue(String caseId, CaseGrounds grounds, Measure measure, Instant now, Duration period) {
		var issued = new Statement(Ids.next(), caseId, grounds, measure, now, now.plus(period));
		if (grounds.isPost() && grounds.post().opensThread()) {
			issued.title = grounds.thread().title();
			issued.tags = grounds.thread().tags();
		}
		return issued;
	}

	/**
	 * Admits the bearer of a token to this statement and its appeal until the deadline of
	 * appeals.
	 */
	void admit(AppealToken token) {
		this.tokenHash = token.hash();
	}

	/** Whether the bearer of a token may read this statement. */
	boolean admits(AppealToken token, Instant now) {
		return token.hash().equals(this.tokenHash) && !now.isAfter(this.appealUntil);
	}

	/** Files the author's only appeal. */
	public Appeal fileAppeal(String text, Instant now, Duration answerWithin) {
		if (this.appeal != null) {
			throw StatementRefusedException.appealed();
		}
		if (this.status != StatementStatus.IN_FORCE) {
			throw StatementRefusedException.ended(this.status);
		}
		if (now.isAfter(this.appealUntil)) {
			throw StatementRefusedException.tooLate();
		}
		var filed = Appeal.open(text, now, answerWithin);
		this.appeal = filed;
		this.version++;
		return filed;
	}

	/**
	 * Checks that a moderator can answer the appeal. The moderator who decided cannot,
	 * and neither can the author.
	 */
	public void requireAnswerableBy(Moderator moderator) {
		if (this.appeal == null || this.appeal.status() != AppealStatus.OPEN) {
			throw StatementRefusedException.answered();
		}
		if (moderator.is(this.grounds.post().author())) {
			throw StatementRefusedException.ownPost();
		}
		var decider = this.measure.by();
		if (decider != null && moderator.is(decider)) {
			throw StatementRefusedException.ownDecision();
		}
	}

	/** Answers the appeal; the decision stands. */
	public void uphold(Moderator moderator, @Nullable String note, Instant now) {
		requireAnswerableBy(moderator);
		answer(AppealStatus.UPHELD, new Appeal.Answer(note, moderator.person(), now));
		this.version++;
	}

	/** Ends the restriction, because a check finds the present content acceptable. */
	void liftByCheck(Instant now) {
		lift(null, now);
		this.endedByCheck = true;
	}

	/**
	 * Ends the restriction.
	 * @param answer the note of the moderator who has reversed the decision; null if
	 * another act ended the restriction
	 */
	void lift(Appeal.@Nullable Answer answer, Instant now) {
		answer((answer != null) ? AppealStatus.OVERTURNED : AppealStatus.CLOSED, answer);
		this.liftNote = (answer != null) ? answer.note() : null;
		end(StatementStatus.LIFTED, now);
	}

	/** Ends the restriction, because a later decision replaces it. */
	void supersede(Instant now) {
		answer(AppealStatus.CLOSED, null);
		end(StatementStatus.SUPERSEDED, now);
	}

	private void answer(AppealStatus outcome, Appeal.@Nullable Answer answer) {
		if (this.appeal != null && this.appeal.status() == AppealStatus.OPEN) {
			this.appeal = this.appeal.answered(outcome, answer);
		}
	}

	private void end(StatementStatus next, Instant now) {
		this.status = next;
		this.endedAt = now;
		this.version++;
	}

	/** Whether the author can no longer sign in to read this statement. */
	boolean locksOutAuthor() {
		return this.measure.restriction().locksOut();
	}

	boolean hasOpenAppeal() {
		return this.appeal != null && this.appeal.status() == AppealStatus.OPEN;
	}

	/** Whether a check decided, without a moderator. */
	public boolean isAutomated() {
		return this.measure.by() == null;
	}

	/** Whether readers cannot see the post because of this. */
	public boolean hides() {
		return this.measure.restriction().hides();
	}

	/** Whether checks cannot change the restriction. */
	boolean outranksChecks() {
		return !isAutomated() && hides();
	}

	/**
	 * Whether the restoration of the post ends the restriction. A ban lasts longer if its
	 * author is still locked out.
	 */
	boolean endsWithRestoration(Instant at) {
		var until = this.measure.until();
		var lasts = locksOutAuthor() && (until == null || until.isAfter(at));
		return hides() && !lasts && !this.issuedAt.isAfter(at);
	}

	/** Whether this says that a rule has locked the thread of the post. */
	boolean locksThread() {
		return this.measure.restriction() == Restriction.LOCK;
	}

	/** Whether a moderator who finds the post acceptable ends the restriction. */
	boolean endsWithDismissal() {
		return isAutomated() || this.measure.restriction() == Restriction.HIDE;
	}

	/**
	 * Whether a moderator's later decision replaces this one. An edited post is shown, so
	 * the edit replaces what hid it and an earlier edit, but no warning. A lock ends with
	 * the post.
	 */
	boolean isReplacedBy(Restriction later) {
		return switch (later) {
			case WARN -> false;
			case EDIT -> (hides() && endsWithDismissal()) || this.measure.restriction() == Restriction.EDIT;
			case REMOVE, BAN -> this.measure.restriction() != Restriction.LIMIT;
			default ->
				this.measure.restriction() != Restriction.LOCK && this.measure.restriction() != Restriction.LIMIT;
		};
	}

	/** Whether this is the statement of such a decision about the same content. */
	boolean states(Measure stated, ContentRevision revision) {
		return this.measure.restriction() == stated.restriction() && this.grounds.revision().equals(revision);
	}

	public String id() {
		return this.id;
	}

	public String caseId() {
		return this.caseId;
	}

	/** The post, its checked or decided content, and the findings. */
	public CaseGrounds grounds() {
		return this.grounds;
	}

	/** The title that the decision was about; null unless the post opened its thread. */
	public @Nullable String title() {
		return this.title;
	}

	/** The tags that the decision was about; null unless the post opened its thread. */
	public @Nullable List<String> tags() {
		return this.tags;
	}

	public String categoryId() {
		return this.grounds.thread().category().id();
	}

	public Measure measure() {
		return this.measure;
	}

	public Instant issuedAt() {
		return this.issuedAt;
	}

	/** Until when the author can appeal. */
	public Instant appealUntil() {
		return this.appealUntil;
	}

	public StatementStatus status() {
		return this.status;
	}

	/** The note for the author about the end of the restriction. */
	public @Nullable String liftNote() {
		return this.liftNote;
	}

	public @Nullable Instant endedAt() {
		return this.endedAt;
	}

	/** Whether a check has ended the restriction, without a moderator. */
	public boolean isEndedByCheck() {
		return this.endedByCheck;
	}

	public Optional<Appeal> appeal() {
		return Optional.ofNullable(this.appeal);
	}

	/** The answer to the appeal. */
	public AppealDecided answered() {
		var answered = appeal().orElseThrow();
		var answer = Objects.requireNonNull(answered.answer());
		var content = this.grounds.reference();
		return new AppealDecided(content.type("appeal.decided"), answered.id(), this.id, content,
				answered.status().json(), answer.note(), answer.at());
	}

	/** Grows with every change. */
	public long version() {
		return this.version;
	}

}
