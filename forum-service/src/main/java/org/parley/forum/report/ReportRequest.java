package org.parley.forum.report;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.parley.forum.text.StorableText;

/**
 * Says what is wrong with a post.
 *
 * @param reason one of the list
 * @param note more about it, in one's own words
 */
record ReportRequest(@NotNull(message = "is required") ReportReason reason,
		@StorableText(min = 1, max = 500, lines = true) @Nullable String note) {
}
