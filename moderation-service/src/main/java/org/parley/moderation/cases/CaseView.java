package org.parley.moderation.cases;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.moderation.policy.Verdict;
import org.parley.moderation.subject.AuthorReference;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;

/**
 * A case as moderators see it.
 *
 * @param id the case's id
 * @param status how far it is
 * @param source {@code report} when readers ask for it, else {@code automatic}
 * @param post which post, and whose
 * @param thread where
 * @param contentVersion which version of the post was checked last
 * @param content what it says; in lists how it begins
 * @param verdict what the last check came to, if there was one
 * @param reasons stable codes, the gravest first
 * @param openedAt when
 * @param claimedBy who is about to decide
 * @param claimedAt since when
 * @param decision what was decided
 * @param note for the author
 * @param until when a ban ends; null when it does not
 * @param decidedBy who decided
 * @param decidedAt when
 * @param withdrawn why there is nothing to decide any more
 * @param version grows with every change
 */
record CaseView(String id, CaseStatus status, String source, ModeratedPostReference post,
		ModeratedThreadReference thread, long contentVersion, String content, @Nullable Verdict verdict,
		List<String> reasons, Instant openedAt, @Nullable AuthorReference claimedBy, @Nullable Instant claimedAt,
		@Nullable Decision decision, @Nullable String note, @Nullable Instant until,
		@Nullable AuthorReference decidedBy, @Nullable Instant decidedAt, @Nullable CaseWithdrawal withdrawn,
		long version) {

	private static final int BEGINNING = 500;

	static CaseView of(ModerationCase one) {
		return of(one, one.grounds().content());
	}

	/** The case in a list. */
	static CaseView listed(ModerationCase one) {
		var content = one.grounds().content();
		var end = content.offsetByCodePoints(0, Math.min(BEGINNING, content.codePointCount(0, content.length())));
		return of(one, content.substring(0, end));
	}

	private static CaseView of(ModerationCase one, String content) {
		var grounds = one.grounds();
		var claim = one.claim();
		var ruling = one.ruling();
		return new CaseView(one.id(), one.status(), one.source(), grounds.post(), grounds.thread(),
				grounds.revision().post(), content, grounds.verdict(), grounds.reasons(), one.openedAt(),
				(claim != null) ? claim.by() : null, (claim != null) ? claim.at() : null,
				(ruling != null) ? ruling.decision() : null, (ruling != null) ? ruling.note() : null,
				(ruling != null) ? ruling.until() : null, (ruling != null) ? ruling.by() : null,
				(ruling != null) ? ruling.at() : null, one.withdrawal(), one.version());
	}

}
