package org.parley.chat.message.search;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.platform.text.StorableText;
import org.parley.platform.web.paging.PageQuery;

/**
 * A search in messages.
 *
 * @param q the words that a message must contain
 */
record MessageSearchQuery(@NotNull(message = "is required") @StorableText(min = 1, max = 200) String q,
		@Size(max = 512, message = "must be a cursor of this list") @Nullable String cursor,
		@Min(value = 1, message = "must be at least 1") @Max(value = 100,
				message = "must be at most 100") @Nullable Integer limit)
		implements
			PageQuery {
}
