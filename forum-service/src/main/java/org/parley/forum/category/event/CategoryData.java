package org.parley.forum.category.event;

import java.util.List;

/**
 * A category as it is in events.
 *
 * @param id the id of the category
 * @param slug the slug of the category
 * @param order the sort key among all categories, ascending
 * @param colour the colour as {@code #rrggbb}
 * @param readers the lowest role that may read
 * @param posters the lowest role that may post
 * @param moderators the ids of the appointed moderators
 * @param version increases with every change
 */
public record CategoryData(String id, String slug, String name, String description, int order, String colour,
		String readers, String posters, List<String> moderators, long version) {
}
