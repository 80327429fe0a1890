package org.parley.summary.discussion.event;

/**
 * The data of the forum's category events.
 *
 * @param category the present state
 */
record CategoryChangedEventData(State category) {

	/**
	 * The state of a category.
	 *
	 * @param id the category's id
	 * @param readers the lowest role that can read it
	 * @param version grows with every change
	 */
	record State(String id, String readers, long version) {
	}

}
