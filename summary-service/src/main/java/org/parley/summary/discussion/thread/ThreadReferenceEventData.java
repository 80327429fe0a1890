package org.parley.summary.discussion.thread;

/**
 * A reference to a thread, as in events.
 *
 * @param id the thread's id
 * @param slug the readable part of its URL
 * @param title its title
 * @param category its category
 * @param author its author
 */
public record ThreadReferenceEventData(String id, String slug, String title, CategoryReferenceEventData category,
		SummaryPerson author) {
}
