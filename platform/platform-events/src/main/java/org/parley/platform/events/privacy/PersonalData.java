package org.parley.platform.events.privacy;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One kind of thing that a service keeps of people. It is walked in the order of places,
 * in small steps, so that a crash between two of them costs nothing.
 */
public interface PersonalData {

	/** What archives and reports call it, such as {@code bookmarks}. */
	String kind();

	/**
	 * What the person may see of it, from a place on; empty at the end. Neither secrets
	 * nor other people's.
	 * @param after the place that was seen last, or null at the start
	 * @param limit how many at most
	 */
	List<Piece> show(String person, @Nullable String after, int limit);

	/**
	 * Erases some, from a place on. Part of the transaction that asks; done twice, it
	 * comes to the same.
	 * @param after the place that was erased last, or null at the start
	 * @param limit how many at most
	 */
	Step erase(String person, @Nullable String after, int limit);

	/**
	 * One thing.
	 *
	 * @param place where it is
	 * @param value as JSON
	 */
	record Piece(String place, Map<String, ?> value) {
	}

	/**
	 * Some that were erased.
	 *
	 * @param count how many
	 * @param last the place of the last one that was looked at; null at the end
	 */
	record Step(long count, @Nullable String last) {

		/** There was nothing, or it is gone with this. */
		public static Step end(long count) {
			return new Step(count, null);
		}

	}

}
