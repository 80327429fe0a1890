package org.parley.social.report;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;
import org.parley.platform.domain.ReportReason;
import org.parley.social.person.SocialPersonReference;

/**
 * A person has reported a post or comment.
 *
 * @param reported the reported post or comment at that time
 * @param context of a comment, its post and up to five comments before and after it,
 * oldest first
 * @param by the reporter
 */
@Publishes("social-report.filed")
record SocialReportFiled(FiledReport report, ReportedText reported, List<ContextText> context,
		SocialPersonReference by) implements ParleyEvent {

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
	 * @param reason the category of the problem
	 * @param note an explanation in the reporter's words
	 */
	record FiledReport(String id, ReportReason reason, @Nullable String note, Instant createdAt) {

		static FiledReport of(SocialReport report) {
			return new FiledReport(report.id(), report.reason(), report.note(), report.createdAt());
		}

	}

	/**
	 * A reported text.
	 *
	 * @param kind {@code post} or {@code comment}
	 * @param id the id of the post or comment
	 * @param text the text in Markdown
	 * @param everybody whether everybody may see it, guests included
	 * @param createdAt when it was written
	 * @param version the version of the post or comment
	 */
	record ReportedText(String kind, String id, String postId, SocialPersonReference author, @Nullable String text,
			boolean everybody, Instant createdAt, long version) {
	}

	/**
	 * A post or comment next to the reported comment.
	 *
	 * @param text the text in Markdown
	 * @param createdAt when it was written
	 */
	record ContextText(String id, SocialPersonReference author, @Nullable String text, Instant createdAt) {
	}

}
