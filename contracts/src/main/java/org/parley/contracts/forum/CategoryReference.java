package org.parley.contracts.forum;

/**
 * A category as named in events.
 *
 * @param id the id of the category
 * @param slug the slug of the category
 */
public record CategoryReference(String id, String slug) {
}
