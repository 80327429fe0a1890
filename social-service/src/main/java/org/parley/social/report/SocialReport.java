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
 * @param reason the category of the problem
 * @param note an explanation in the reporter's words
 */
@Document("reports")
@CompoundIndex(def = "{'targetId': 1, 'reporterId': 1}", unique = true)
record SocialReport(@Id String id, String targetId, String postId, String reporterId, ReportReason reason,
		@Nullable String note, Instant createdAt) {

	/**
	 * Creates a report.
	 * @throws RefusalException 403 {@code report.own}
	 */
	static SocialReport of(ReportedSubject subject, String reporterId, SocialReportRequest request, Instant now) {
		if (subject.authorId().equals(reporterId)) {
			throw RefusalException.forbidden("report.own", "You cannot report what you wrote yourself.");
		}
		return new SocialReport(Ids.next(), subject.id(), subject.postId(), reporterId, request.reason(),
				request.note(), now);
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
