package org.parley.summary.discussion;

/**
 * A thread as events name it.
 *
 * @param id the thread's id
 * @param slug its readable part of an address
 * @param title its title
 * @param category where it is
 * @param author who started it
 */
public record ThreadReferenceEventData(String id, String slug, String title, CategoryReferenceEventData category,
		SummaryPerson author) {
}
