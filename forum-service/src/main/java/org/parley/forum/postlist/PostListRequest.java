package org.parley.forum.postlist;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.platform.web.paging.PageQuery;

/**
 * Selects a page of the posts of one author.
 *
 * @param author the username of the author
 * @param limit the maximum number of items, 20 by default
 */
record PostListRequest(
		@NotNull(message = "is required") @Size(max = 100, message = "has at most 100 characters") String author,
		@Size(max = 512, message = "is not a cursor of this list") @Nullable String cursor,
		@Min(value = 1, message = "is at least 1") @Max(value = 100,
				message = "is at most 100") @Nullable Integer limit)
		implements
			PageQuery {
}
