package org.parley.forum.history;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.platform.web.paging.PageQuery;

/**
 * Selects a page of a post's history. Pages are small because each item holds a whole
 * text.
 *
 * @param limit the maximum number of items, 10 by default
 */
record HistoryRequest(@Size(max = 512, message = "is not a cursor of this list") @Nullable String cursor,
		@Min(value = 1, message = "is at least 1") @Max(value = 20, message = "is at most 20") @Nullable Integer limit)
		implements
			PageQuery {

	@Override
	public int size() {
		return (this.limit != null) ? this.limit : 10;
	}

}
