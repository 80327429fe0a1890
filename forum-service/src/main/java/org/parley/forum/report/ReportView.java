package org.parley.forum.report;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.ReportReason;

/**
 * A report as its reporter sees it.
 *
 * @param reason the category of the problem
 * @param note an explanation in the reporter's words
 * @param status whether it is open, or how it was decided
 */
record ReportView(String id, String postId, ReportReason reason, @Nullable String note, ReportStatus status,
		Instant createdAt) {

	static ReportView of(PostReport postReport) {
		return new ReportView(postReport.id(), postReport.postId(), postReport.reason(), postReport.note(),
				postReport.status(), postReport.createdAt());
	}

}
