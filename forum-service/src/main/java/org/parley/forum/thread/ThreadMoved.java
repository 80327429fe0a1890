package org.parley.forum.thread;

import org.parley.forum.category.event.CategoryRef;
import org.parley.forum.member.PersonReference;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;

/**
 * A thread is in another category.
 *
 * @param thread as it is now
 * @param from where it was
 * @param by who moved it
 */
@Publishes("thread.moved")
record ThreadMoved(ThreadData thread, CategoryRef from, PersonReference by) implements ParleyEvent {

	@Override
	public String subject() {
		return this.thread.id();
	}

	@Override
	public String partitionKey() {
		return this.thread.id();
	}

}
