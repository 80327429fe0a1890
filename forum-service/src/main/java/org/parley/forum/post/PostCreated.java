package org.parley.forum.post;

import org.parley.forum.thread.ThreadReference;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;

/**
 * Somebody has replied.
 *
 * @param post the reply
 * @param thread where
 */
@Publishes("post.created")
record PostCreated(PostData post, ThreadReference thread) implements ParleyEvent {

	@Override
	public String subject() {
		return this.post.id();
	}

	@Override
	public String partitionKey() {
		return this.thread.id();
	}

}
