package org.parley.forum.category.event;

/**
 * A category as named in events.
 *
 * @param id the id of the category
 * @param slug the slug of the category
 */
public record CategoryRef(String id, String slug) {
}
