package org.parley.realtime.rights;

/**
 * Which category is meant.
 *
 * @param id the category's id
 */
public record CategoryId(String id) {
}
