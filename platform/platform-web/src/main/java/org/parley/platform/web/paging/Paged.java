package org.parley.platform.web.paging;

import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list: {@code {"data": […], "meta": {"pagination": {…}}}}.
 *
 * @param data the items
 */
public record Paged<T>(List<T> data, Meta meta) {

	public static <T> Paged<T> of(List<T> data, @Nullable Cursor next, @Nullable Cursor prev, int limit) {
		return new Paged<>(data, new Meta(new Pagination(text(next), text(prev), limit, null, null)));
	}

	/**
	 * Creates a page from the result of a query.
	 * @param found up to one item more than the limit, in the order of the query, which
	 * is reversed for a backward cursor
	 * @param from the cursor of the request, or null for the first page
	 * @param keys an item's sort keys, the unique one last
	 */
	public static <T> Paged<T> walk(List<T> found, @Nullable Cursor from, int limit, String sort,
			Function<? super T, Object[]> keys) {
		var back = from != null && from.backwards();
		var more = found.size() > limit;
		var cut = more ? found.subList(0, limit) : found;
		var items = back ? cut.reversed() : cut;
		if (items.isEmpty()) {
			return of(List.of(), null, null, limit);
		}
		var onwards = back || more;
		var before = back ? more : from != null;
		return of(List.copyOf(items), onwards ? Cursor.next(sort, keys.apply(items.getLast())) : null,
				before ? Cursor.prev(sort, keys.apply(items.getFirst())) : null, limit);
	}

	/** The same page with other items. */
	public <R> Paged<R> map(Function<? super T, ? extends R> view) {
		return new Paged<>(this.data.stream().<R>map(view).toList(), this.meta);
	}

	public static <T> Paged<T> numbered(List<T> data, int page, int limit, long total) {
		return new Paged<>(data, new Meta(new Pagination(null, null, limit, page, total)));
	}

	private static @Nullable String text(@Nullable Cursor cursor) {
		return (cursor != null) ? cursor.encoded() : null;
	}

	/** The metadata of a page. */
	public record Meta(Pagination pagination) {
	}

	/**
	 * The position of a page.
	 *
	 * @param next the cursor of the next page, or null at the end
	 * @param prev the cursor of the previous page, or null at the start
	 * @param page the number of the page, if numbered
	 * @param total the number of items in the list, if numbered
	 */
	public record Pagination(@Nullable String next, @Nullable String prev, int limit,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer page,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long total) {
	}

}
