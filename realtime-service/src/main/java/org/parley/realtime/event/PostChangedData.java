package org.parley.realtime.event;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What the forum tells of a post.
 *
 * @param post the post
 * @param thread where it is
 */
record PostChangedData(State post, LiveThreadReference thread) {

	private static final Set<String> SHOWN = Set.of("active", "flagged");

	static boolean isShown(String status) {
		return SHOWN.contains(status);
	}

	/**
	 * A post as it is now.
	 *
	 * @param id never changes
	 * @param number its place in the thread
	 * @param author who wrote it
	 * @param replyTo the post that it answers, if any
	 * @param content Markdown as it was written
	 * @param html the same, rendered and sanitized
	 * @param status who sees what it says
	 * @param createdAt when it was written
	 * @param editedAt when it was last changed
	 * @param version of the post
	 */
	record State(String id, int number, LivePerson author, @Nullable LivePostReference replyTo, String content,
			String html, String status, Instant createdAt, @Nullable Instant editedAt, long version) {
	}

}
