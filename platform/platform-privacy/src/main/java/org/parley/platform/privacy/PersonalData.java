package org.parley.platform.privacy;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One kind of personal data that a service stores. It is read and erased in pages, so
 * that a crash loses little progress.
 */
public interface PersonalData {

	/** The name in exports and reports, such as {@code bookmarks}. */
	String kind();

	/**
	 * Reads a page of the data that the person may see, without secrets and data of
	 * others; empty at the end.
	 * @param after the place of the last piece, or null for the first page
	 */
	List<Piece> show(String person, @Nullable String after, int limit);

	/**
	 * Erases a page, in the current transaction. Idempotent.
	 * @param after the place of the last piece, or null for the first page
	 */
	Step erase(String person, @Nullable String after, int limit);

	/**
	 * One exported item.
	 *
	 * @param value its JSON value
	 */
	record Piece(String place, Map<String, ?> value) {
	}

	/**
	 * The result of erasing a page.
	 *
	 * @param count the number of erased items
	 * @param last the place of the last visited item; null at the end
	 */
	record Step(long count, @Nullable String last) {

		/** The last page, with the number of erased items. */
		public static Step end(long count) {
			return new Step(count, null);
		}

	}

}
