package org.parley.realtime.access;

/**
 * Which category is meant.
 *
 * @param id the category's id
 */
public record CategoryIdData(String id) {
}
