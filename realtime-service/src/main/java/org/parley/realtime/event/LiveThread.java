package org.parley.realtime.event;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A thread as the API shows it, without counters, which this event does not know.
 *
 * @param id the thread's id
 * @param title its title
 * @param slug its readable part of an address
 * @param category the slug of its category
 * @param tags at most five
 * @param author who started it
 * @param status {@code open}, {@code locked}, {@code archived}, {@code hidden} or
 * {@code removed}
 * @param pinned whether it stays on top
 * @param acceptedAnswer the id of the reply that answers it, or null
 * @param version of the thread
 */
record LiveThread(String id, String title, String slug, String category, List<String> tags, LivePerson author,
		String status, boolean pinned, @Nullable String acceptedAnswer, long version) {
}
