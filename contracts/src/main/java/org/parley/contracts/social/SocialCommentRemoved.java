package org.parley.contracts.social;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.PersonReference;
import org.parley.contracts.Publishes;

/**
 * A comment was deleted or hidden.
 *
 * @param comment the comment without its text
 * @param hidden whether moderation hides it, so that it may return; null in older events
 */
@Publishes("social-comment.removed")
public record SocialCommentRemoved(RemovedComment comment, SocialPostReference post,
		@OptionalValue @Nullable Boolean hidden, long version) implements ParleyEvent {

	@Override
	public String subject() {
		return this.comment.id();
	}

	@Override
	public String partitionKey() {
		return this.post.id();
	}

	/**
	 * A comment that is no longer shown.
	 *
	 * @param replyTo the id of the comment that it answered
	 */
	public record RemovedComment(String id, PersonReference author, @Nullable String replyTo) {
	}

}
