package org.parley.realtime.access;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Data of the forum's category events.
 *
 * @param category the category
 */
public record CategoryRightsEventData(State category) {

	/**
	 * The category's current state.
	 *
	 * @param id the category's id
	 * @param readers the lowest role that may read the category
	 * @param moderators ids of the users who moderate only this category; absent if there
	 * are none
	 * @param version of the category
	 */
	public record State(String id, String readers, @Nullable Set<String> moderators, long version) {
	}

}
