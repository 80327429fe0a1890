package org.parley.forum.post;

import org.parley.forum.member.PersonReference;
import org.parley.forum.thread.ThreadReference;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;

/**
 * A post is gone for its readers; what it said is not repeated.
 *
 * @param post which one
 * @param thread where
 * @param status deleted by its author, removed by a moderator
 * @param version the post's version
 * @param by who did it
 */
@Publishes("post.removed")
record PostRemoved(PostReference post, ThreadReference thread, PostStatus status, long version,
		PersonReference by) implements ParleyEvent {

	@Override
	public String subject() {
		return this.post.id();
	}

	@Override
	public String partitionKey() {
		return this.thread.id();
	}

}
