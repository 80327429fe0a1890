package org.parley.social.report;

import java.time.Instant;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Ids;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.ReportReason;
import org.parley.platform.text.StorableText;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A report of a post or comment to moderators.
 *
 * @param targetId the id of the post or comment
 * @param version the reported version of the post or comment
 * @param reason the category of the problem
 * @param note an explanation in the reporter's words
 * @param decidedAt when moderators decided about it; null while it is open
 */
@Document("reports")
@CompoundIndex(name = "open_of_version_and_person", def = "{'targetId': 1, 'reporterId': 1, 'version': 1}",
		unique = true, partialFilter = "{'decidedAt': null}")
record SocialReport(@Id String id, String targetId, long version, String postId, String reporterId, ReportReason reason,
		@Nullable String note, Instant createdAt, @Nullable Instant decidedAt) {

	/**
	 * Creates a report.
	 * @throws RefusalException 403 {@code report.own}
	 */
	static SocialReport of(ReportedSubject subject, String reporterId, SocialReportRequest request, Instant now) {
		if (subject.authorId().equals(reporterId)) {
			throw RefusalException.forbidden("report.own", "You cannot report what you wrote yourself.");
		}
		return new SocialReport(Ids.next(), subject.id(), subject.version(), subject.postId(), reporterId,
				request.reason(), request.note(), now, null);
	}

	/** Whether it is about a {@code post} or a {@code comment}. */
	String kind() {
		return this.targetId.equals(this.postId) ? "post" : "comment";
	}

	/**
	 * A request to report a post or comment.
	 *
	 * @param reason the category of the problem
	 * @param note an explanation in the reporter's words
	 */
	record SocialReportRequest(@NotNull ReportReason reason,
			@StorableText(min = 1, max = 500, lines = true) @Nullable String note) {
	}

}
