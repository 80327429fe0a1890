package org.parley.forum.category.event;

/**
 * Names a category in an event.
 *
 * @param id the category's id
 * @param slug its part of the address
 */
public record CategoryRef(String id, String slug) {
}
