package org.parley.forum.post.event;

import org.parley.forum.member.PersonReference;
import org.parley.forum.post.PostStatus;
import org.parley.forum.thread.event.ThreadReference;
import org.parley.platform.messaging.ParleyEvent;
import org.parley.platform.messaging.Publishes;

/**
 * A post was deleted or removed. The event does not contain its content.
 *
 * @param post the post
 * @param thread its thread
 * @param status deleted by its author, or removed by a moderator
 * @param version the post's version
 * @param by the person who removed it
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
