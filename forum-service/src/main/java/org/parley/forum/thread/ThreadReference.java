package org.parley.forum.thread;

import java.util.List;

import org.parley.forum.category.event.CategoryRef;
import org.parley.forum.member.PersonReference;

/**
 * Names a thread in an event.
 *
 * @param id the thread's id
 * @param slug its readable part of an address
 * @param title its title
 * @param category where it is
 * @param author who started it
 * @param tags at most five
 */
public record ThreadReference(String id, String slug, String title, CategoryRef category, PersonReference author,
		List<String> tags) {
}
