package org.parley.moderation.cases.review;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.media.AttachedMedium;
import org.parley.moderation.cases.ModerationCase;
import org.parley.moderation.subject.AuthorReference;
import org.parley.moderation.subject.EarlierText;
import org.parley.moderation.subject.QuotedText;
import org.parley.moderation.subject.ReaderReport;
import org.parley.platform.readmodels.media.MediaAddresses;
import org.parley.platform.readmodels.media.MediaView;

/**
 * The content that readers have reported, as a moderator sees it.
 *
 * @param media the media of the reported content
 * @param context the texts around it, oldest first
 * @param reports the reports, oldest first
 * @param earlierTexts the texts that a message had before, oldest first
 */
record CaseEvidence(List<MediaView> media, List<QuotedTextView> context, List<ReaderReport> reports,
		List<EarlierText> earlierTexts) {

	/** That of a case in lists. */
	static final CaseEvidence NONE = new CaseEvidence(List.of(), List.of(), List.of(), List.of());

	static CaseEvidence of(ModerationCase source, String moderatorId, MediaAddresses addresses) {
		return new CaseEvidence(show(source.media(), addresses),
				source.context().stream().map((quoted) -> QuotedTextView.of(quoted, addresses)).toList(),
				source.reportsFor(moderatorId), source.earlierTexts());
	}

	private static List<MediaView> show(@Nullable List<AttachedMedium> media, MediaAddresses addresses) {
		return (media != null) ? media.stream().map((medium) -> MediaView.of(medium, addresses)).toList() : List.of();
	}

	/**
	 * A text next to a reported one.
	 *
	 * @param id the id of the message, post or comment
	 * @param seq the number of a message in its conversation
	 * @param text the text in Markdown; null if it was deleted
	 * @param media its media
	 */
	record QuotedTextView(String id, @OptionalValue @Nullable Long seq, AuthorReference author, @Nullable String text,
			List<MediaView> media, Instant sentAt) {

		static QuotedTextView of(QuotedText quoted, MediaAddresses addresses) {
			return new QuotedTextView(quoted.id(), quoted.seq(), quoted.author(), quoted.text(),
					show(quoted.media(), addresses), quoted.sentAt());
		}

	}

}
