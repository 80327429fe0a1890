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
record ReportView(String id, String postId, Reason reason, @Nullable String note, ReportStatus status,
		Instant createdAt) {

	static ReportView of(Report report) {
		return new ReportView(report.id(), report.postId(), report.reason(), report.note(), report.status(),
				report.createdAt());
	}

}
