package org.parley.forum.report;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A report, as its reporter sees it.
 *
 * @param id the report's id
 * @param postId which post
 * @param reason what is wrong
 * @param note in the reporter's own words
 * @param status how far it is
 * @param createdAt when it was made
 */
record ReportView(String id, String postId, ReportReason reason, @Nullable String note, ReportStatus status,
		Instant createdAt) {

	static ReportView of(PostReport postReport) {
		return new ReportView(postReport.id(), postReport.postId(), postReport.reason(), postReport.note(),
				postReport.status(), postReport.createdAt());
	}

}
