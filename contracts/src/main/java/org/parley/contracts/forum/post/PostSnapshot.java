package org.parley.contracts.forum.post;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.PersonReference;
import org.parley.contracts.Publishes;
import org.parley.contracts.forum.PostReference;
import org.parley.contracts.forum.PostStatus;
import org.parley.contracts.forum.ThreadReference;
import org.parley.contracts.forum.VoteTotals;

/**
 * The current state of a post.
 *
 * @param post the post in full; without content if it is deleted or removed
 */
@Publishes("post.snapshot")
public record PostSnapshot(State post, ThreadReference thread, VoteTotals votes) implements PostEvent {

	@Override
	public String subject() {
		return this.post.id();
	}

	/**
	 * The state of the post.
	 *
	 * @param number its place in the thread
	 * @param depth the number of posts between it and the thread
	 * @param content the Markdown source; null if the post is deleted or removed
	 * @param html the content, rendered and sanitized; null in the same case
	 * @param status its visibility
	 * @param editedAt when it was last edited, silent edits excluded
	 * @param version grows with every change except votes
	 */
	public record State(String id, int number, PersonReference author, @Nullable PostReference replyTo, int depth,
			@OptionalValue @Nullable String content, @OptionalValue @Nullable String html, PostStatus status,
			Instant createdAt, @Nullable Instant editedAt, long version) {
	}

}
