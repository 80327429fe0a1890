package org.parley.realtime.event.social;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.PersonReference;

/**
 * Data of {@code social-comment.created} and {@code social-comment.edited}.
 *
 * @param comment the comment's current state
 */
record CommentEventData(State comment, LiveSocialReference post) {

	/** Returns the data that clients receive. */
	LiveComment live(@Nullable Map<String, Integer> reactions) {
		return new LiveComment(this.comment.id(), this.post.id(), this.comment.author(), this.comment.replyTo(),
				this.comment.text(), this.comment.html(), "active", reactions, this.comment.createdAt(),
				this.comment.editedAt(), this.comment.version(), this.post.commentCount());
	}

	/**
	 * The comment's current state.
	 *
	 * @param replyTo id of the comment that it answers
	 * @param text the Markdown source
	 * @param html the rendered and sanitized HTML
	 */
	record State(String id, PersonReference author, @Nullable String replyTo, @Nullable String text,
			@Nullable String html, Instant createdAt, @Nullable Instant editedAt, long version) {
	}

}
