package org.parley.forum.thread.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.parley.forum.member.PersonReference;
import org.parley.platform.messaging.ParleyEvent;
import org.parley.platform.messaging.Publishes;

/**
 * A thread was changed. Its new state describes the change in full.
 *
 * @param type the change: {@code thread.edited}, {@code thread.locked}, …
 * @param thread the thread after the change
 * @param by the person who changed it
 */
@Publishes({ "thread.edited", "thread.locked", "thread.unlocked", "thread.pinned", "thread.unpinned", "thread.hidden",
		"thread.archived", "thread.removed", "thread.restored" })
record ThreadChanged(@JsonIgnore String type, ThreadData thread, PersonReference by) implements ParleyEvent {

	@Override
	public String subject() {
		return this.thread.id();
	}

}
