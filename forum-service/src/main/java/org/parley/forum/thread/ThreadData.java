package org.parley.forum.thread;

import java.util.List;

import org.parley.forum.category.CategoryReference;
import org.parley.forum.member.Signature;

/**
 * A thread in an event.
 *
 * @param id the thread's id
 * @param slug its readable part of an address
 * @param title its title
 * @param category where it is
 * @param author who started it
 * @param tags at most five
 * @param status {@code open}, {@code locked}, {@code archived}, {@code hidden} or
 * {@code removed}
 * @param pinned whether it stays on top
 * @param version grows with every change but those of counters
 */
public record ThreadData(String id, String slug, String title, CategoryReference category, Signature author,
		List<String> tags, String status, boolean pinned, long version) {
}
