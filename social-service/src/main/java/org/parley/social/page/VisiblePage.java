package org.parley.social.page;

import java.util.ArrayList;
import java.util.Objects;
import java.util.function.Function;

import org.parley.platform.web.paging.Cursor;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;

/**
 * Fills a page of a list from which items are left out. A page may be shorter than its
 * limit, but its cursors always continue behind the last item that was read, and before
 * the first one that is shown.
 */
public final class VisiblePage {

	/** So many reads of a hundred items at most serve one page. */
	private static final int READS = 10;

	private static final int READ_SIZE = 100;

	private VisiblePage() {
	}

	/**
	 * Fills a page.
	 * @param sort the name of the list in cursors
	 * @param source reads the list
	 * @param key the key of an item, unique in the list
	 */
	public static <T> Paged<T> of(PageQuery query, String sort, Function<ListRange, VisibleItems<T>> source,
			Function<? super T, String> key) {
		var cursor = query.cursor();
		var from = (cursor != null) ? Cursor.parse(cursor, sort, 1) : null;
		var back = from != null && from.backwards();
		var edge = (from != null) ? from.text(0) : null;
		var shown = new ArrayList<T>();
		var max = Math.min(READ_SIZE, query.size() + 1);
		for (int read = 0; read < READS; read++) {
			var items = source.apply(new ListRange(edge, back, max));
			shown.addAll(items.shown());
			edge = items.last();
			if (edge == null || shown.size() > query.size()) {
				return Paged.walk(shown.subList(0, Math.min(shown.size(), query.size() + 1)), from, query.size(), sort,
						(item) -> new Object[] { key.apply(item) });
			}
			max = READ_SIZE;
		}
		var end = Objects.requireNonNull(edge);
		var start = shown.isEmpty() ? end : key.apply(shown.getFirst());
		return back ? Paged.of(shown.reversed(), Cursor.next(sort, start), Cursor.prev(sort, end), query.size()) : Paged
			.of(shown, Cursor.next(sort, end), (from != null) ? Cursor.prev(sort, start) : null, query.size());
	}

}
