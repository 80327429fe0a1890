package org.parley.forum.threadlist;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Which threads, in which order, and which part of them.
 *
 * @param category the slug of a category
 * @param tag a tag
 * @param author a username
 * @param status where the threads stand; {@code hidden} is for moderators
 * @param sort the order
 * @param window for {@code top}: how old threads may be
 * @param cursor where to go on
 * @param page the number of the page, instead of a cursor
 * @param limit how many threads a page holds at most
 */
record ListRequest(@Size(max = 50, message = "has at most 50 characters") @Nullable String category,
		@Size(max = 50, message = "has at most 50 characters") @Nullable String tag,
		@Size(max = 50, message = "has at most 50 characters") @Nullable String author,
		@Pattern(regexp = "open|locked|archived|hidden",
				message = "is open, locked, archived or hidden") @Nullable String status,
		@Pattern(regexp = "latest|newest|top|unanswered",
				message = "is latest, newest, top or unanswered") @Nullable String sort,
		@Pattern(regexp = "day|week|month|year|all",
				message = "is day, week, month, year or all") @Nullable String window,
		@Size(max = 512, message = "is not a cursor of this list") @Nullable String cursor,
		@Min(value = 1, message = "is at least 1") @Max(value = 1_000,
				message = "is at most 1000: go on with a cursor") @Nullable Integer page,
		@Min(value = 1, message = "is at least 1") @Max(value = 100,
				message = "is at most 100") @Nullable Integer limit) {

	@AssertTrue(message = "is for numbered pages without a cursor")
	boolean isPageWithoutCursor() {
		return this.page == null || this.cursor == null;
	}

	@AssertTrue(message = "is for sort=top")
	boolean isWindowOfTop() {
		return this.window == null || order() == ThreadOrder.TOP;
	}

	boolean wantsHidden() {
		return "hidden".equals(this.status);
	}

	ThreadOrder order() {
		return (this.sort != null) ? ThreadOrder.of(this.sort) : ThreadOrder.LATEST;
	}

	int size() {
		return (this.limit != null) ? this.limit : 20;
	}

	/** What tells this request from others, whatever it left out. */
	Object[] parts() {
		return new Object[] { order(), text(this.window), text(this.category), text(this.tag), text(this.author),
				text(this.status), text(this.cursor), (this.page != null) ? this.page : "", size() };
	}

	private static String text(@Nullable String value) {
		return (value != null) ? "=" + value : "";
	}

}
