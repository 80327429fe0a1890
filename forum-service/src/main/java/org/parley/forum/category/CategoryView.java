package org.parley.forum.category;

import org.parley.platform.readmodels.category.Audience;

/**
 * A category in responses.
 *
 * @param order the sort key among all categories, ascending
 * @param colour the colour as {@code #rrggbb}
 * @param read the lowest audience that may read
 * @param post the lowest audience that may start threads and reply
 * @param version increases with every change
 */
record CategoryView(String id, String slug, String name, String description, int order, String colour, Audience read,
		Audience post, long version) {
}
