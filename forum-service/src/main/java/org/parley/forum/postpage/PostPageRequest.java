package org.parley.forum.postpage;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.platform.web.paging.Cursor;

/**
 * Requests a page of posts.
 *
 * @param cursor the position after the previous page
 * @param limit the maximum number of posts on a page; in a tree, of replies to the thread
 */
record PostPageRequest(@Size(max = 512, message = "must be a cursor of this list") @Nullable String cursor,
		@Parameter(description = "Number of a post, to get the page that contains it") @Min(value = 1,
				message = "must be at least 1") @Nullable Integer around,
		@Parameter(description = "`flat`: all posts by number (default); `tree`: the replies to the thread by "
				+ "number, each followed by the replies to it") @Pattern(regexp = "flat|tree",
						message = "must be flat or tree") @Nullable String view,
		@Min(value = 1, message = "must be at least 1") @Max(value = 100,
				message = "must be at most 100") @Nullable Integer limit) {

	@AssertTrue(message = "requires flat pages without a cursor")
	boolean isAroundWithoutCursor() {
		return this.around == null || (this.cursor == null && !isTree());
	}

	boolean isTree() {
		return "tree".equals(this.view);
	}

	int size() {
		return (this.limit != null) ? this.limit : 20;
	}

	/** Returns the cursor of the page. Pages around a number have fixed boundaries. */
	@Nullable Cursor from(int lastNumber) {
		if (this.cursor != null) {
			return edge();
		}
		var number = (this.around != null) ? Math.min(this.around, lastNumber) : 1;
		return (number <= size()) ? null : Cursor.next(order(), (number - 1) / size() * size());
	}

	/** Returns the parsed cursor, or null for the first page. */
	@Nullable Cursor edge() {
		return (this.cursor != null) ? Cursor.parse(this.cursor, order(), 1) : null;
	}

	/** Returns the parts of the cache key, with defaults filled in. */
	Object[] keyParts() {
		var from = from(Integer.MAX_VALUE);
		return new Object[] { order(), (from != null) ? from.encoded() : "", size() };
	}

	/** Returns the name of the order in cursors. */
	String order() {
		return isTree() ? PostPages.TREE : PostPages.FLAT;
	}

}
