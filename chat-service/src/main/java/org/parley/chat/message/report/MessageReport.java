package org.parley.chat.message.report;

import java.time.Instant;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.parley.chat.message.Message;
import org.parley.platform.domain.Ids;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.ReportReason;
import org.parley.platform.text.StorableText;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A member's report of a message. Moderators have the text in the case.
 *
 * @param textVersion the version of the reported text
 * @param reason the category of the problem
 * @param note an explanation in the reporter's words
 * @param decidedAt when moderators decided about it; null while it is open
 */
@Document("reports")
@CompoundIndex(name = "open_of_text_and_person", def = "{'messageId': 1, 'reporterId': 1, 'textVersion': 1}",
		unique = true, partialFilter = "{'decidedAt': null}")
@CompoundIndex(def = "{'messageId': 1, 'decidedAt': 1}")
record MessageReport(@Id String id, String messageId, long textVersion, String reporterId, ReportReason reason,
		@Nullable String note, Instant createdAt, @Nullable Instant decidedAt) {

	/**
	 * Creates a report.
	 * @throws RefusalException 403 {@code report.own}, 409 {@code message.deleted}
	 */
	static MessageReport of(Message message, String reporterId, MessageReportRequest request, Instant now) {
		message.requireShown();
		if (message.authorId().equals(reporterId)) {
			throw RefusalException.forbidden("report.own", "You cannot report your own message.");
		}
		return new MessageReport(Ids.next(), message.id(), message.textVersion(), reporterId, request.reason(),
				request.note(), now, null);
	}

	/**
	 * A request to report a message.
	 *
	 * @param reason the category of the problem
	 * @param note an explanation in the reporter's words
	 */
	record MessageReportRequest(@NotNull ReportReason reason,
			@StorableText(min = 1, max = 500, lines = true) @Nullable String note) {
	}

}
