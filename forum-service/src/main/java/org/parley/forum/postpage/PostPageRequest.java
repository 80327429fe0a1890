package org.parley.forum.postpage;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.platform.web.paging.Cursor;

/**
 * Which part of a thread.
 *
 * @param cursor where to go on
 * @param around the number of a post: opens the page that holds it
 * @param view {@code flat}: all posts by number; {@code tree}: those that answer the
 * thread by number, each followed by the answers to it
 * @param limit how many posts a page holds at most; in a tree, how many that answer the
 * thread
 */
record PostPageRequest(@Size(max = 512, message = "is not a cursor of this list") @Nullable String cursor,
		@Min(value = 1, message = "is at least 1") @Nullable Integer around,
		@Pattern(regexp = "flat|tree", message = "is flat or tree") @Nullable String view, @Min(value = 1,
				message = "is at least 1") @Max(value = 100, message = "is at most 100") @Nullable Integer limit) {

	@AssertTrue(message = "is for flat pages without a cursor")
	boolean isAroundWithoutCursor() {
		return this.around == null || (this.cursor == null && !isTree());
	}

	boolean isTree() {
		return "tree".equals(this.view);
	}

	int size() {
		return (this.limit != null) ? this.limit : 20;
	}

	/** Where the page begins: numbers are dealt out to pages of equal size. */
	@Nullable Cursor from(int lastNumber) {
		if (this.cursor != null) {
			return edge();
		}
		var number = (this.around != null) ? Math.min(this.around, lastNumber) : 1;
		return (number <= size()) ? null : Cursor.next(order(), (number - 1) / size() * size());
	}

	/** The cursor, or nothing at the beginning. */
	@Nullable Cursor edge() {
		return (this.cursor != null) ? Cursor.parse(this.cursor, order(), 1) : null;
	}

	/** What tells this request from others, whatever it left out. */
	Object[] parts() {
		var from = from(Integer.MAX_VALUE);
		return new Object[] { order(), (from != null) ? from.encoded() : "", size() };
	}

	/** The order of such pages, as cursors name it. */
	String order() {
		return isTree() ? PostPages.TREE : PostPages.FLAT;
	}

}
