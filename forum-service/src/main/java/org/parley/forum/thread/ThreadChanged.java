package org.parley.forum.thread;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.parley.forum.member.PersonReference;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;

/**
 * Something became of a thread that its new state tells in full.
 *
 * @param type which change: {@code thread.edited}, {@code thread.locked}, …
 * @param thread as it is now
 * @param by who did it
 */
@Publishes({ "thread.edited", "thread.locked", "thread.unlocked", "thread.pinned", "thread.unpinned", "thread.hidden",
		"thread.archived", "thread.removed", "thread.restored" })
record ThreadChanged(@JsonIgnore String type, ThreadData thread, PersonReference by) implements ParleyEvent {

	@Override
	public String subject() {
		return this.thread.id();
	}

	@Override
	public String partitionKey() {
		return this.thread.id();
	}

}
