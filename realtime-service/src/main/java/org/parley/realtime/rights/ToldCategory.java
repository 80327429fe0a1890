package org.parley.realtime.rights;

/**
 * What the forum tells of a category.
 *
 * @param category the category
 */
public record ToldCategory(State category) {

	/**
	 * A category as it is now.
	 *
	 * @param id never changes
	 * @param readers the least role that may read
	 * @param version of the category
	 */
	public record State(String id, Audience readers, long version) {
	}

}
