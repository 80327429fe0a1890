package org.parley.forum.starting;

import org.parley.forum.post.PostData;
import org.parley.forum.thread.ThreadData;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;

/**
 * Somebody has started a thread.
 *
 * @param thread the thread
 * @param post the post that opens it
 */
@Publishes("thread.created")
record ThreadCreated(ThreadData thread, PostData post) implements ParleyEvent {

	@Override
	public String subject() {
		return this.thread.id();
	}

	@Override
	public String partitionKey() {
		return this.thread.id();
	}

}
