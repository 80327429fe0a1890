package org.parley.contracts.social;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.PersonReference;
import org.parley.contracts.Publishes;
import org.parley.contracts.media.AttachedMedium;

/**
 * A person has reported a post or comment.
 *
 * @param reported the reported post or comment at that time
 * @param context of a comment, its post and up to five comments before and after it,
 * oldest first; null in older events
 * @param by the reporter
 */
@Publishes("social-report.filed")
public record SocialReportFiled(FiledReport report, ReportedText reported,
		@OptionalValue @Nullable List<ContextText> context, PersonReference by) implements ParleyEvent {

	@Override
	public String subject() {
		return this.report.id();
	}

	@Override
	public String partitionKey() {
		return this.reported.postId();
	}

	/**
	 * The content of a report.
	 *
	 * @param reason the code of the problem
	 * @param note an explanation in the reporter's words
	 */
	public record FiledReport(String id, String reason, @Nullable String note, Instant createdAt) {
	}

	/**
	 * A reported text.
	 *
	 * @param kind {@code post} or {@code comment}
	 * @param postId the post; of a comment, the commented one
	 * @param text the text in Markdown
	 * @param media the media of a post; null if there are none
	 * @param everybody whether everybody may see it, guests included; null in older
	 * events
	 * @param createdAt when it was written; null in older events
	 * @param version the version of the post or comment
	 */
	public record ReportedText(String kind, String id, String postId, PersonReference author, @Nullable String text,
			@OptionalValue @Nullable List<AttachedMedium> media, @OptionalValue @Nullable Boolean everybody,
			@OptionalValue @Nullable Instant createdAt, long version) {
	}

	/**
	 * A post or comment next to the reported comment.
	 *
	 * @param text the text in Markdown
	 * @param media the media of a post; null if there are none
	 */
	public record ContextText(String id, PersonReference author, @Nullable String text,
			@OptionalValue @Nullable List<AttachedMedium> media, Instant createdAt) {
	}

}
