package org.parley.forum.thread.view;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.forum.member.PersonView;
import org.parley.forum.thread.ForumThread;

/**
 * A thread as clients see it, alone and in lists.
 *
 * @param id the thread's id
 * @param title its title
 * @param slug its slug
 * @param category the slug of its category
 * @param tags its tags, at most five
 * @param author its author
 * @param status {@code open}, {@code locked}, {@code archived}, {@code hidden} or
 * {@code removed}
 * @param pinned whether it stays at the top of its category
 * @param replyCount the number of visible replies
 * @param viewCount the number of views
 * @param voteScore votes up minus votes down
 * @param createdAt when it was created
 * @param lastActivityAt when the last post was created
 * @param lastPostBy the author of the last post
 * @param excerpt the beginning of the opening post, as plain text
 * @param acceptedAnswer the id of the accepted answer, if any
 * @param version grows with every change except counters
 */
public record ThreadView(String id, String title, String slug, String category, List<String> tags, PersonView author,
		String status, boolean pinned, int replyCount, long viewCount, int voteScore, Instant createdAt,
		Instant lastActivityAt, PersonView lastPostBy, String excerpt, @Nullable String acceptedAnswer, long version) {

	/** Builds the view from a thread and the names for its ids. */
	public static ThreadView of(ForumThread thread, String category, PersonView author, PersonView lastPostBy) {
		return new ThreadView(thread.id(), thread.title(), thread.slug(), category, thread.tags(), author,
				thread.visibleStatus(), thread.pinned(), thread.counters().replyCount(), thread.counters().viewCount(),
				thread.counters().voteScore(), thread.createdAt(), thread.counters().lastActivityAt(), lastPostBy,
				thread.excerpt(), thread.acceptedAnswer(), thread.version());
	}

}
