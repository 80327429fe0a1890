package org.parley.forum.threadstart;

import org.parley.forum.post.event.PostData;
import org.parley.forum.thread.event.ThreadData;
import org.parley.platform.messaging.ParleyEvent;
import org.parley.platform.messaging.Publishes;

/**
 * A thread was created.
 *
 * @param thread the thread
 * @param post its opening post
 */
@Publishes("thread.created")
record ThreadCreated(ThreadData thread, PostData post) implements ParleyEvent {

	@Override
	public String subject() {
		return this.thread.id();
	}

}
