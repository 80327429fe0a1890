package org.parley.summary.discussion.thread;

/**
 * A reference to a category, as in events.
 *
 * @param id the category's id
 * @param slug the readable part of its URL
 */
public record CategoryReferenceEventData(String id, String slug) {
}
