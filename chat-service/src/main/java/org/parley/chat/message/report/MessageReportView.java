package org.parley.chat.message.report;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.ReportReason;

/**
 * A report as its reporter sees it.
 *
 * @param reason the category of the problem
 * @param note an explanation in the reporter's words
 */
record MessageReportView(String id, String messageId, ReportReason reason, @Nullable String note, Instant createdAt) {

	static MessageReportView of(MessageReport report) {
		return new MessageReportView(report.id(), report.messageId(), report.reason(), report.note(),
				report.createdAt());
	}

}
