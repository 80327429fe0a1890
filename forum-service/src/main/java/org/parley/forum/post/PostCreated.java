package org.parley.forum.post;

import org.parley.forum.thread.ThreadReference;
import org.parley.platform.events.ParleyEvent;

/**
 * Somebody has replied.
 *
 * @param post the reply
 * @param thread where
 */
record PostCreated(PostData post, ThreadReference thread) implements ParleyEvent {

	@Override
	public String type() {
		return "post.created";
	}

	@Override
	public String subject() {
		return this.post.id();
	}

	@Override
	public String partitionKey() {
		return this.thread.id();
	}

}
