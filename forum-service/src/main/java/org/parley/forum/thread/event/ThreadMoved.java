package org.parley.forum.thread.event;

import org.parley.forum.category.event.CategoryRef;
import org.parley.forum.member.PersonReference;
import org.parley.platform.messaging.ParleyEvent;
import org.parley.platform.messaging.Publishes;

/**
 * A thread was moved to another category.
 *
 * @param thread the thread after the move
 * @param from the previous category
 * @param by the moderator
 */
@Publishes("thread.moved")
record ThreadMoved(ThreadData thread, CategoryRef from, PersonReference by) implements ParleyEvent {

	@Override
	public String subject() {
		return this.thread.id();
	}

}
