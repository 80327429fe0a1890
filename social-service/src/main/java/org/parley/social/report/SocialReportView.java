package org.parley.social.report;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.ReportReason;

/**
 * A report as its reporter sees it.
 *
 * @param targetId the id of the reported post or comment
 * @param reason the category of the problem
 * @param note an explanation in the reporter's words
 */
record SocialReportView(String id, String postId, String targetId, ReportReason reason, @Nullable String note,
		Instant createdAt) {

	static SocialReportView of(SocialReport report) {
		return new SocialReportView(report.id(), report.postId(), report.targetId(), report.reason(), report.note(),
				report.createdAt());
	}

}
