package org.parley.moderation.cases.review;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.moderation.cases.CaseStatus;
import org.parley.moderation.cases.CaseWithdrawal;
import org.parley.moderation.cases.Decision;
import org.parley.moderation.cases.ModerationCase;
import org.parley.moderation.policy.Verdict;
import org.parley.moderation.subject.AuthorReference;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;

/**
 * A case as moderators see it.
 *
 * @param id the case's id
 * @param status its state
 * @param source {@code report} after a reader's report, else {@code automatic}
 * @param post the post and its author
 * @param thread the post's thread
 * @param contentVersion the last checked version of the post
 * @param content the post's content; in lists its first 500 characters
 * @param verdict the verdict of the last check; null without a check
 * @param reasons stable codes, the most severe first
 * @param openedAt when the case was opened
 * @param claimedBy the moderator who claimed it
 * @param claimedAt when it was claimed
 * @param decision the decision
 * @param note the note for the author
 * @param until when a ban ends; null for a permanent ban
 * @param decidedBy the moderator who decided
 * @param decidedAt when it was decided
 * @param withdrawn the reason of a withdrawal
 * @param version grows with every change
 */
record CaseView(String id, CaseStatus status, String source, ModeratedPostReference post,
		ModeratedThreadReference thread, long contentVersion, String content, @Nullable Verdict verdict,
		List<String> reasons, Instant openedAt, @Nullable AuthorReference claimedBy, @Nullable Instant claimedAt,
		@Nullable Decision decision, @Nullable String note, @Nullable Instant until,
		@Nullable AuthorReference decidedBy, @Nullable Instant decidedAt, @Nullable CaseWithdrawal withdrawn,
		long version) {

	private static final int EXCERPT_LENGTH = 500;

	static CaseView of(ModerationCase source) {
		return of(source, source.grounds().content());
	}

	/** Returns the view for lists, with an excerpt of the content. */
	static CaseView listed(ModerationCase source) {
		var content = source.grounds().content();
		var end = content.offsetByCodePoints(0, Math.min(EXCERPT_LENGTH, content.codePointCount(0, content.length())));
		return of(source, content.substring(0, end));
	}

	private static CaseView of(ModerationCase source, String content) {
		var grounds = source.grounds();
		var claim = source.claim();
		var ruling = source.ruling();
		return new CaseView(source.id(), source.status(), source.source(), grounds.post(), grounds.thread(),
				grounds.revision().post(), content, grounds.verdict(), grounds.reasons(), source.openedAt(),
				(claim != null) ? claim.by() : null, (claim != null) ? claim.at() : null,
				(ruling != null) ? ruling.decision() : null, (ruling != null) ? ruling.note() : null,
				(ruling != null) ? ruling.until() : null, (ruling != null) ? ruling.by() : null,
				(ruling != null) ? ruling.at() : null, source.withdrawal(), source.version());
	}

}
