package org.parley.forum.draft;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.platform.web.paging.PageQuery;

/**
 * Selects a page of the caller's drafts.
 *
 * @param limit the maximum number of items, 20 by default
 */
record DraftListRequest(@Size(max = 512, message = "is not a cursor of this list") @Nullable String cursor,
		@Min(value = 1, message = "is at least 1") @Max(value = 100,
				message = "is at most 100") @Nullable Integer limit)
		implements
			PageQuery {
}
