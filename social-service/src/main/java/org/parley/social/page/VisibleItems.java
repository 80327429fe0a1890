package org.parley.social.page;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The items of one read of a list.
 *
 * @param shown the items that the reader may see
 * @param last the key of the last item that was read; null at the end of the list
 */
public record VisibleItems<T>(List<T> shown, @Nullable String last) {

	/**
	 * Selects what the reader may see.
	 * @param found at most {@code max} items in the order of the list
	 */
	public static <C, T> VisibleItems<T> of(List<C> found, int max, Function<C, String> key,
			Function<List<C>, List<T>> select) {
		return new VisibleItems<>(found.isEmpty() ? List.of() : select.apply(found),
				(found.size() < max) ? null : key.apply(found.getLast()));
	}

}
