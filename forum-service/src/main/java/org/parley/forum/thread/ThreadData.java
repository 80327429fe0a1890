package org.parley.forum.thread;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.parley.forum.category.event.CategoryRef;
import org.parley.forum.member.PersonReference;

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
 * @param acceptedAnswer the id of the reply that its author says answers it, if any
 * @param version grows with every change but those of counters
 */
public record ThreadData(String id, String slug, String title, CategoryRef category, PersonReference author,
		List<String> tags, String status, boolean pinned,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String acceptedAnswer, long version) {
}
