package org.parley.forum.post.event;

import org.parley.forum.thread.event.ThreadReference;
import org.parley.platform.messaging.ParleyEvent;
import org.parley.platform.messaging.Publishes;

/**
 * A reply was created.
 *
 * @param post the reply
 * @param thread its thread
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
