package org.parley.chat.message.report;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.ReportReason;
import org.parley.platform.text.StorableText;

/**
 * A request to report a message.
 *
 * @param reason the category of the problem
 * @param note an explanation in the reporter's words
 */
record MessageReportRequest(@NotNull(message = "is required") ReportReason reason,
		@StorableText(min = 1, max = 500, lines = true) @Nullable String note) {
}
