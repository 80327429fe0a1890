package org.parley.forum.relocation.event;

import org.parley.forum.member.PersonReference;
import org.parley.forum.thread.event.ThreadData;
import org.parley.forum.thread.event.ThreadReference;
import org.parley.platform.messaging.ParleyEvent;
import org.parley.platform.messaging.Publishes;

/**
 * A thread was split from another one. A separate event announces each moved post.
 *
 * @param thread the new thread
 * @param from the previous thread of its posts
 * @param by the moderator
 */
@Publishes("thread.split")
public record ThreadSplit(ThreadData thread, ThreadReference from, PersonReference by) implements ParleyEvent {

	@Override
	public String subject() {
		return this.thread.id();
	}

}
