package org.parley.forum.history;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.platform.web.paging.Cursor;

/**
 * Which part of a post's history. Each item holds a whole text, so a page holds few.
 *
 * @param cursor where to go on
 * @param limit how many items a page holds at most
 */
record HistoryRequest(@Size(max = 512, message = "is not a cursor of this list") @Nullable String cursor,
		@Min(value = 1, message = "is at least 1") @Max(value = 20,
				message = "is at most 20") @Nullable Integer limit) {

	/** The order of the list, as cursors name it. */
	static final String OLDEST = "oldest";

	@Nullable Cursor from() {
		return (this.cursor != null) ? Cursor.parse(this.cursor, OLDEST, 1) : null;
	}

	int size() {
		return (this.limit != null) ? this.limit : 10;
	}

}
