package org.parley.forum.thread;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.forum.member.PersonView;

/**
 * A thread as clients see it, alone and in lists.
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
 * @param replyCount how many replies can be read
 * @param viewCount how often it was opened
 * @param voteScore votes up minus votes down
 * @param createdAt when it was started
 * @param lastActivityAt when the last post came
 * @param lastPostBy who wrote the last post
 * @param excerpt how the first post begins, as plain text
 * @param acceptedAnswer the id of the reply that its author says answers it, if any
 * @param version grows with every change but those of counters
 */
public record ThreadView(String id, String title, String slug, String category, List<String> tags, PersonView author,
		String status, boolean pinned, int replyCount, long viewCount, int voteScore, Instant createdAt,
		Instant lastActivityAt, PersonView lastPostBy, String excerpt, @Nullable String acceptedAnswer, long version) {

	/** The thread with the names that belong to its ids. */
	public static ThreadView of(ForumThread thread, String category, PersonView author, PersonView lastPostBy) {
		return new ThreadView(thread.id(), thread.title(), thread.slug(), category, thread.tags(), author,
				status(thread), thread.pinned(), thread.counters().replyCount(), thread.counters().viewCount(),
				thread.counters().voteScore(), thread.createdAt(), thread.counters().lastActivityAt(), lastPostBy,
				thread.excerpt(), thread.acceptedAnswer(), thread.version());
	}

	static String status(ForumThread thread) {
		return thread.isRemoved() ? "removed" : thread.status().json();
	}

}
