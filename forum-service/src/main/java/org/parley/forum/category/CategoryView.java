package org.parley.forum.category;

import java.util.List;

import org.parley.platform.readmodels.category.Audience;

/**
 * A category in responses.
 *
 * @param order the sort key among all categories, ascending
 * @param colour the colour as {@code #rrggbb}
 * @param read the lowest audience that may read
 * @param post the lowest audience that may start threads and reply
 * @param readGroups the ids of the groups that may read, too
 * @param postGroups the ids of the groups that may post, too
 * @param version increases with every change
 */
record CategoryView(String id, String slug, String name, String description, int order, String colour, Audience read,
		Audience post, List<String> readGroups, List<String> postGroups, long version) {
}
