package org.parley.realtime.access;

/**
 * Reference to a category in event data.
 *
 * @param id the category's id
 */
public record CategoryIdEventData(String id) {
}
