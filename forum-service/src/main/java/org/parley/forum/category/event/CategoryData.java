package org.parley.forum.category.event;

import java.util.List;

/**
 * A category in an event.
 *
 * @param id the category's id
 * @param slug its part of the address
 * @param name its name
 * @param description what belongs there
 * @param order its place among the others
 * @param colour {@code #rrggbb}
 * @param readers the least role that may read
 * @param posters the least role that may post
 * @param moderators the ids of those who moderate only there
 * @param version grows with every change
 */
public record CategoryData(String id, String slug, String name, String description, int order, String colour, String readers,
		String posters, List<String> moderators, long version) {
}
