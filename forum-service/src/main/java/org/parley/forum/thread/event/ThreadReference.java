package org.parley.forum.thread.event;

import java.util.List;

import org.parley.forum.category.event.CategoryRef;
import org.parley.forum.member.PersonReference;

/**
 * A reference to a thread in an event.
 *
 * @param id the thread's id
 * @param slug its slug
 * @param title its title
 * @param category its category
 * @param author its author
 * @param tags its tags, at most five
 */
public record ThreadReference(String id, String slug, String title, CategoryRef category, PersonReference author,
		List<String> tags) {
}
