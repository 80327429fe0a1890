package org.parley.forum.relocation.event;

import org.parley.forum.member.PersonReference;
import org.parley.forum.thread.event.ThreadData;
import org.parley.forum.thread.event.ThreadReference;
import org.parley.platform.messaging.ParleyEvent;
import org.parley.platform.messaging.Publishes;

/**
 * A thread was merged into another one.
 *
 * @param thread the merged thread, which is now removed
 * @param into the thread that holds its posts
 * @param by the moderator
 */
@Publishes("thread.merged")
public record ThreadMerged(ThreadData thread, ThreadReference into, PersonReference by) implements ParleyEvent {

	@Override
	public String subject() {
		return this.thread.id();
	}

}
