package org.parley.forum.threadlist;

import java.util.Locale;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.platform.text.TagKey;

/**
 * Selects a page of a thread list.
 *
 * @param limit the maximum number of threads, 20 by default
 */
record ListRequest(
		@Parameter(description = "Only threads of the category with this slug") @Size(max = 50,
				message = "must have at most 50 characters") @Nullable String category,
		@Parameter(description = "Only threads with this tag") @Size(max = 50,
				message = "must have at most 50 characters") @Nullable String tag,
		@Parameter(description = "Only threads by the member with this username") @Size(max = 50,
				message = "must have at most 50 characters") @Nullable String author,
		@Parameter(description = "Only threads with this status; `hidden` and `removed` are for moderators") @Pattern(
				regexp = "open|locked|archived|hidden|removed",
				message = "must be open, locked, archived, hidden or removed") @Nullable String status,
		@Parameter(description = "`latest`: by last activity, pinned threads first (default); `newest`: by "
				+ "creation; `top`: by votes; `unanswered`: without replies, newest first") @Pattern(
						regexp = "latest|newest|top|unanswered",
						message = "must be latest, newest, top or unanswered") @Nullable String sort,
		@Parameter(description = "How old threads of `sort=top` may be; `all` by default") @Pattern(
				regexp = "day|week|month|year|all",
				message = "must be day, week, month, year or all") @Nullable String window,
		@Size(max = 512, message = "must be a cursor of this list") @Nullable String cursor,
		@Parameter(description = "Number of the page, instead of a cursor") @Min(value = 1,
				message = "must be at least 1") @Max(value = 1_000,
						message = "must be at most 1000; use a cursor to read further") @Nullable Integer page,
		@Min(value = 1, message = "must be at least 1") @Max(value = 100,
				message = "must be at most 100") @Nullable Integer limit) {

	@AssertTrue(message = "cannot be combined with a cursor")
	boolean isPageWithoutCursor() {
		return this.page == null || this.cursor == null;
	}

	@AssertTrue(message = "is allowed only with sort=top")
	boolean isWindowOfTop() {
		return this.window == null || order() == ThreadOrder.TOP;
	}

	@Nullable String tagKey() {
		return (this.tag != null) ? TagKey.of(this.tag) : null;
	}

	@Nullable StatusFilter statusFilter() {
		return (this.status != null) ? StatusFilter.valueOf(this.status.toUpperCase(Locale.ROOT)) : null;
	}

	boolean wantsUnlisted() {
		var filter = statusFilter();
		return filter != null && filter.isUnlisted();
	}

	ThreadOrder order() {
		return (this.sort != null) ? ThreadOrder.of(this.sort) : ThreadOrder.LATEST;
	}

	int size() {
		return (this.limit != null) ? this.limit : 20;
	}

	/** The parts of the cache key; an absent parameter differs from an empty one. */
	Object[] cacheKeyParts() {
		return new Object[] { order(), text(this.window), text(this.category), text(tagKey()), text(this.author),
				text(this.status), text(this.cursor), (this.page != null) ? this.page : "", size() };
	}

	private static String text(@Nullable String value) {
		return (value != null) ? "=" + value : "";
	}

}
