package org.parley.forum.relocation;

import org.parley.forum.member.PersonReference;
import org.parley.forum.thread.ThreadData;
import org.parley.forum.thread.ThreadReference;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;

/**
 * Replies became a thread of their own; they are told one by one.
 *
 * @param thread the new thread
 * @param from the thread where its posts were
 * @param by the moderator
 */
@Publishes("thread.split")
record ThreadSplit(ThreadData thread, ThreadReference from, PersonReference by) implements ParleyEvent {

	@Override
	public String subject() {
		return this.thread.id();
	}

	@Override
	public String partitionKey() {
		return this.thread.id();
	}

}
