package org.parley.summary.discussion;

/**
 * What the forum tells of a category.
 *
 * @param category as it is now
 */
record CategoryChangedEventData(State category) {

	/**
	 * A category.
	 *
	 * @param id the category's id
	 * @param readers the least role that may read
	 * @param version of it
	 */
	record State(String id, SummaryAudience readers, long version) {
	}

}
