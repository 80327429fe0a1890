package org.parley.summary.discussion;

/**
 * A category as events name it.
 *
 * @param id the category's id
 * @param slug its readable part of an address
 */
public record CategoryReferenceEventData(String id, String slug) {
}
