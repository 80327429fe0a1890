package org.parley.moderation.cases.review;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.moderation.ContentReference;
import org.parley.contracts.moderation.ContentReference.ModeratedConversationReference;
import org.parley.contracts.moderation.Decision;
import org.parley.contracts.moderation.Verdict;
import org.parley.moderation.cases.CaseStatus;
import org.parley.moderation.cases.CaseWithdrawal;
import org.parley.moderation.cases.ModerationCase;
import org.parley.moderation.cases.review.CaseEvidence.QuotedTextView;
import org.parley.moderation.subject.AuthorReference;
import org.parley.moderation.subject.EarlierText;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;
import org.parley.moderation.subject.ReaderReport;
import org.parley.moderation.subject.SocialPlace;
import org.parley.platform.domain.GraphemeClusters;
import org.parley.platform.domain.Ids;
import org.parley.platform.readmodels.media.MediaView;

/**
 * A case as moderators see it.
 *
 * @param source {@code report} after a reader's report, else {@code automatic}
 * @param post the post and its author; null unless the case is about a post of the forum
 * @param thread the post's thread
 * @param message the message; null unless the case is about a message
 * @param social the social post or comment; null unless the case is about one
 * @param contentVersion the last checked or reported version of the content
 * @param content the content; in lists its first 500 characters
 * @param firstContent the content with which the case began; null in lists, and unless
 * its author has edited it since
 * @param firstTitle the title with which the case of a thread's first post began; null in
 * lists, and unless it has changed since
 * @param firstTags the keys of its tags in the same way
 * @param verdict the verdict of the last check; null without a check
 * @param reasons stable codes, the most severe first
 * @param claimedBy the moderator who claimed it
 * @param note the note for the author
 * @param until when a ban ends; null for a permanent ban
 * @param text the text after an edit; null for other decisions
 * @param decidedBy the moderator who decided
 * @param reversalNote the note for the author about the reversal of the decision
 * @param reversedBy the moderator who reversed the decision
 * @param reversedAt when the decision was reversed
 * @param withdrawn the reason of a withdrawal
 * @param warnings how many warnings the author has that were not reversed; null in lists
 * @param version grows with every change
 */
record CaseView(String id, CaseStatus status, String source, @Nullable ModeratedPostReference post,
		@Nullable ModeratedThreadReference thread, @Nullable MessageCaseView message, @Nullable SocialCaseView social,
		long contentVersion, String content, @Nullable String firstContent, @Nullable String firstTitle,
		@Nullable List<String> firstTags, @Nullable Verdict verdict, List<String> reasons, Instant openedAt,
		@Nullable AuthorReference claimedBy, @Nullable Instant claimedAt, @Nullable Decision decision,
		@Nullable String note, @Nullable Instant until, @Nullable String text, @Nullable AuthorReference decidedBy,
		@Nullable Instant decidedAt, @Nullable String reversalNote, @Nullable AuthorReference reversedBy,
		@Nullable Instant reversedAt, @Nullable CaseWithdrawal withdrawn, @Nullable Long warnings, long version) {

	private static final int EXCERPT_LENGTH = 500;

	static CaseView of(ModerationCase source, long warnings, CaseEvidence evidence) {
		return of(source, warnings, true, evidence);
	}

	/** Returns the view for lists, with an excerpt of the content. */
	static CaseView listed(ModerationCase source) {
		return of(source, null, false, CaseEvidence.NONE);
	}

	private static String excerpt(String content, boolean isFull) {
		return isFull ? content : GraphemeClusters.cut(content, EXCERPT_LENGTH);
	}

	private static CaseView of(ModerationCase source, @Nullable Long warnings, boolean isFull, CaseEvidence evidence) {
		var grounds = source.grounds();
		var shown = switch (grounds.reference()) {
			case ContentReference.PostContent _ -> new Shown(grounds.post(), grounds.thread(), null, null);
			case ContentReference.MessageContent message ->
				new Shown(null, null, MessageCaseView.of(message, source, evidence), null);
			case ContentReference.SocialContent social ->
				new Shown(null, null, null, SocialCaseView.of(social.content(), source, evidence));
		};
		return of(source, shown, isFull, grounds.verdict(), warnings);
	}

	private static CaseView of(ModerationCase source, Shown shown, boolean isFull, @Nullable Verdict verdict,
			@Nullable Long warnings) {
		var claim = source.claim();
		var ruling = source.ruling();
		var reversal = source.reversal();
		return new CaseView(source.id(), source.status(), source.source(), shown.post(), shown.thread(),
				shown.message(), shown.social(), source.contentVersion(), excerpt(source.text(), isFull),
				isFull ? source.firstText() : null, isFull ? source.firstTitle() : null,
				isFull ? source.firstTags() : null, verdict, source.reasons(), source.openedAt(),
				(claim != null) ? claim.by() : null, (claim != null) ? claim.at() : null,
				(ruling != null) ? ruling.decision() : null, (ruling != null) ? ruling.note() : null,
				(ruling != null) ? ruling.until() : null, (ruling != null) ? ruling.text() : null,
				(ruling != null) ? ruling.by() : null, (ruling != null) ? ruling.at() : null,
				(reversal != null) ? reversal.note() : null, (reversal != null) ? reversal.by() : null,
				(reversal != null) ? reversal.at() : null, source.withdrawal(), warnings, source.version());
	}

	/** The content that the case is about; the fields of other kinds are null. */
	private record Shown(@Nullable ModeratedPostReference post, @Nullable ModeratedThreadReference thread,
			@Nullable MessageCaseView message, @Nullable SocialCaseView social) {
	}

	/**
	 * The message of a case as moderators see it.
	 *
	 * @param seq its number in the conversation
	 * @param conversation the conversation, which moderators cannot read
	 * @param attachments the media of a reported message; empty in lists
	 * @param context of a reported message up to five messages before and after it,
	 * oldest first; empty in lists
	 * @param reports the first fifty reports of readers, oldest first; empty in lists and
	 * for the author
	 * @param earlierTexts the other texts that a reported message had, oldest first;
	 * empty in lists
	 */
	record MessageCaseView(String id, long seq, AuthorReference author, ModeratedConversationReference conversation,
			Instant sentAt, List<MediaView> attachments, List<QuotedTextView> context, List<ReaderReport> reports,
			List<EarlierText> earlierTexts) {

		/** The id of a message begins with the time at which it was sent. */
		static MessageCaseView of(ContentReference.MessageContent content, ModerationCase source,
				CaseEvidence evidence) {
			return new MessageCaseView(content.id(), source.grounds().post().number(), source.author(),
					content.conversation(), Ids.timeOf(content.id()).orElseGet(source::openedAt), evidence.media(),
					evidence.context(), evidence.reports(), evidence.earlierTexts());
		}

	}

	/**
	 * The social post or comment of a case as moderators see it.
	 *
	 * @param kind {@code post} or {@code comment}
	 * @param postId the post; of a comment, the commented one
	 * @param everybody whether everybody could see the post; moderators see no other one
	 * @param media the media of a reported post; empty in lists
	 * @param context of a reported comment, its post and up to five comments before and
	 * after it, oldest first; empty in lists
	 * @param reports the first fifty reports of readers, oldest first; empty in lists and
	 * for the author
	 */
	record SocialCaseView(String kind, String id, String postId, AuthorReference author, boolean everybody,
			List<MediaView> media, List<QuotedTextView> context, List<ReaderReport> reports) {

		static SocialCaseView of(ContentReference.SocialReference content, ModerationCase source,
				CaseEvidence evidence) {
			return new SocialCaseView(content.kind(), content.id(), content.postId(), source.author(),
					source.categoryId().equals(SocialPlace.PUBLIC.id()), evidence.media(), evidence.context(),
					evidence.reports());
		}

	}

}
