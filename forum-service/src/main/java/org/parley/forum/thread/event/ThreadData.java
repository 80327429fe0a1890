package org.parley.forum.thread.event;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.parley.forum.category.event.CategoryRef;
import org.parley.forum.member.PersonReference;

/**
 * A thread in an event.
 *
 * @param id the thread's id
 * @param slug its slug
 * @param title its title
 * @param category its category
 * @param author its author
 * @param tags its tags, at most five
 * @param status {@code open}, {@code locked}, {@code archived}, {@code hidden} or
 * {@code removed}
 * @param pinned whether it stays at the top of its category
 * @param acceptedAnswer the id of the accepted answer, if any
 * @param version grows with every change except counters
 */
public record ThreadData(String id, String slug, String title, CategoryRef category, PersonReference author,
		List<String> tags, String status, boolean pinned,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String acceptedAnswer, long version) {
}
