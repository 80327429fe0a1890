package org.parley.realtime.event;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.PersonReference;
import org.parley.contracts.forum.ThreadData;

/**
 * A thread as the API returns it, without counters, which events do not contain.
 *
 * @param slug readable part of the URL
 * @param category the slug of its category
 * @param tags at most five
 * @param status {@code open}, {@code locked}, {@code archived}, {@code hidden} or
 * {@code removed}
 * @param pinned whether it stays at the top of lists
 * @param acceptedAnswer id of the accepted answer, or null
 */
record LiveThread(String id, String title, String slug, String category, List<String> tags, PersonReference author,
		String status, boolean pinned, @Nullable String acceptedAnswer, long version) {

	static LiveThread of(ThreadData thread) {
		return new LiveThread(thread.id(), thread.title(), thread.slug(), thread.category().slug(), thread.tags(),
				thread.author(), thread.status(), thread.pinned(), thread.acceptedAnswer(), thread.version());
	}

}
