package org.parley.moderation.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.moderation.subject.AuthorReference;
import org.parley.platform.web.Ids;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;

/** A post that moderators are to decide about. */
@Document("cases")
final class ModerationCase {

	/** After which somebody else may take a case that was taken and not decided. */
	static final Duration CLAIM = Duration.ofMinutes(30);

	@Id
	private final String id;

	private final Instant openedAt;

	private CaseGrounds grounds;

	private CaseStatus status = CaseStatus.OPEN;

	private @Nullable Claim claim;

	private @Nullable Ruling ruling;

	private @Nullable CaseWithdrawal withdrawal;

	private boolean reported;

	private long version;

	ModerationCase(String id, Instant openedAt, CaseGrounds grounds) {
		this.id = id;
		this.openedAt = openedAt;
		this.grounds = grounds;
	}

	static ModerationCase open(CaseGrounds grounds, Instant now) {
		return new ModerationCase(Ids.next(), now, grounds);
	}

	static ModerationCase report(CaseGrounds grounds, Instant now) {
		var one = open(grounds, now);
		one.reported = true;
		return one;
	}

	/**
	 * Takes the case, so that nobody else decides meanwhile.
	 * @return whether anything changed
	 */
	boolean claim(Moderator moderator, Instant now) {
		requireUnresolved();
		requireNotOwn(moderator);
		requireFreeFor(moderator, now);
		if (isClaimedBy(moderator)) {
			return false;
		}
		this.claim = new Claim(moderator.person(), now);
		become(CaseStatus.CLAIMED);
		return true;
	}

	/**
	 * Gives the case back. Administrators may give back what somebody else took.
	 * @return whether anything changed
	 */
	boolean release(Moderator moderator) {
		requireUnresolved();
		if (this.claim == null) {
			return false;
		}
		if (!isClaimedBy(moderator) && !moderator.isAdmin()) {
			throw CaseRefusedException.claimed();
		}
		this.claim = null;
		become(CaseStatus.OPEN);
		return true;
	}

	/** Decides, once. */
	void decide(Moderator moderator, DecisionWish wish, Instant now) {
		requireUnresolved();
		requireNotOwn(moderator);
		requireFreeFor(moderator, now);
		if (wish.decision() == Decision.BAN && !moderator.isAdmin()) {
			throw CaseRefusedException.banNeedsAdmin();
		}
		this.ruling = new Ruling(wish.decision(), wish.note(), wish.until(), moderator.person(), now);
		become(CaseStatus.DECIDED);
	}

	/** A reader says that something is wrong; what a check found stays. */
	void report(List<String> reasons) {
		this.reported = true;
		this.grounds = this.grounds.and(reasons);
		become(this.status);
	}

	/**
	 * Another check found something, too: moderators see the latest, and for what else
	 * they were asked.
	 */
	void refresh(CaseGrounds latest) {
		this.grounds = this.reported ? latest.and(this.grounds.reasons()) : latest;
		become(this.status);
	}

	/** There is nothing to decide any more. */
	void withdraw(CaseWithdrawal why) {
		this.claim = null;
		this.withdrawal = why;
		become(CaseStatus.WITHDRAWN);
	}

	/** There is something to decide again. */
	void reopen() {
		this.withdrawal = null;
		become(CaseStatus.OPEN);
	}

	private void become(CaseStatus next) {
		this.status = next;
		this.version++;
	}

	private void requireUnresolved() {
		if (!this.status.isUnresolved()) {
			throw CaseRefusedException.closed(this.status);
		}
	}

	private void requireNotOwn(Moderator moderator) {
		if (moderator.is(this.grounds.post().author())) {
			throw CaseRefusedException.ownPost();
		}
	}

	private void requireFreeFor(Moderator moderator, Instant now) {
		if (this.claim != null && !isClaimedBy(moderator) && now.isBefore(this.claim.at().plus(CLAIM))) {
			throw CaseRefusedException.claimed();
		}
	}

	private boolean isClaimedBy(Moderator moderator) {
		return this.claim != null && moderator.is(this.claim.by());
	}

	/** What must still be so for a change to be written: nobody else made one. */
	Criteria unchanged() {
		return Criteria.where("_id").is(this.id).and("version").is(this.version - 1);
	}

	String id() {
		return this.id;
	}

	Instant openedAt() {
		return this.openedAt;
	}

	/** Whether readers wait for an answer: no check can close it. */
	boolean isReported() {
		return this.reported;
	}

	String source() {
		return this.reported ? "report" : "automatic";
	}

	CaseGrounds grounds() {
		return this.grounds;
	}

	/** The id of the category that the post is in. */
	String categoryId() {
		return this.grounds.thread().category().id();
	}

	CaseStatus status() {
		return this.status;
	}

	@Nullable Claim claim() {
		return this.claim;
	}

	@Nullable Ruling ruling() {
		return this.ruling;
	}

	@Nullable CaseWithdrawal withdrawal() {
		return this.withdrawal;
	}

	/** Grows with every change. */
	long version() {
		return this.version;
	}

	/**
	 * Who has taken the case.
	 *
	 * @param by which moderator
	 * @param at when
	 */
	record Claim(AuthorReference by, Instant at) {
	}

	/**
	 * What was decided.
	 *
	 * @param decision what
	 * @param note for the author
	 * @param until when a ban ends; null when it does not
	 * @param by which moderator
	 * @param at when
	 */
	record Ruling(Decision decision, @Nullable String note, @Nullable Instant until, AuthorReference by, Instant at) {
	}

}
