package org.parley.forum.search;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.platform.text.StorableText;

/**
 * Selects a page of search hits.
 *
 * @param q words, {@code "phrases"}, {@code -without}, and operators: {@code author:},
 * {@code category:}, {@code tag:}, {@code before:}, {@code after:},
 * {@code is:unanswered}, {@code is:solved}
 * @param sort the order, {@code relevance} by default; always {@code newest} for a query
 * of operators alone
 * @param limit the maximum number of hits, 20 by default
 */
record SearchRequest(@NotNull(message = "is required") @StorableText(min = 1, max = 200) String q,
		@Pattern(regexp = "relevance|newest", message = "is relevance or newest") @Nullable String sort,
		@Size(max = 512, message = "is not a cursor of this search") @Nullable String cursor, @Min(value = 1,
				message = "is at least 1") @Max(value = 100, message = "is at most 100") @Nullable Integer limit) {

	SearchRanking ranking() {
		return (this.sort != null) ? SearchRanking.of(this.sort) : SearchRanking.RELEVANCE;
	}

	int size() {
		return (this.limit != null) ? this.limit : 20;
	}

}
