package org.parley.forum.category;

import org.parley.platform.security.category.Audience;

/**
 * A category as clients see it.
 *
 * @param id the category's id
 * @param slug its part of the address
 * @param name its name
 * @param description what belongs there
 * @param order its place among the others, least first
 * @param colour {@code #rrggbb}
 * @param read who at least may read
 * @param post who at least may start threads and reply
 * @param version grows with every change
 */
record CategoryView(String id, String slug, String name, String description, int order, String colour, Audience read,
		Audience post, long version) {
}
