package org.parley.social.post.event;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;
import org.parley.social.person.SocialPersonReference;

/**
 * A comment was deleted or hidden.
 *
 * @param comment the comment without its text
 * @param hidden whether moderation hides it, so that it may return
 */
@Publishes("social-comment.removed")
record SocialCommentRemoved(RemovedComment comment, SocialPostReference post, boolean hidden,
		long version) implements ParleyEvent {

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
	record RemovedComment(String id, SocialPersonReference author, @Nullable String replyTo) {
	}

}
