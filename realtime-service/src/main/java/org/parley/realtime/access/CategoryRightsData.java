package org.parley.realtime.access;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What the forum tells of a category.
 *
 * @param category the category
 */
public record CategoryRightsData(State category) {

	/**
	 * A category as it is now.
	 *
	 * @param id never changes
	 * @param readers the least role that may read
	 * @param moderators the ids of those who moderate only there; absent where there are
	 * none
	 * @param version of the category
	 */
	public record State(String id, String readers, @Nullable Set<String> moderators, long version) {
	}

}
