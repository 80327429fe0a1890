package org.parley.forum.relocation;

import org.parley.forum.member.PersonReference;
import org.parley.forum.thread.ThreadData;
import org.parley.forum.thread.ThreadReference;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;

/**
 * A thread is part of another one now.
 *
 * @param thread as it is now: gone for its readers
 * @param into the thread where its posts are
 * @param by the moderator
 */
@Publishes("thread.merged")
record ThreadMerged(ThreadData thread, ThreadReference into, PersonReference by) implements ParleyEvent {

	@Override
	public String subject() {
		return this.thread.id();
	}

	@Override
	public String partitionKey() {
		return this.thread.id();
	}

}
