package org.parley.forum.progress;

import org.parley.platform.messaging.ParleyEvent;
import org.parley.platform.messaging.Publishes;

/**
 * A member has read further in a thread than before.
 *
 * @param personId the id of the member
 * @param threadId the id of the thread
 * @param number the number of the last read post
 */
@Publishes("thread.read")
record ThreadRead(String personId, String threadId, int number) implements ParleyEvent {

	@Override
	public String subject() {
		return this.threadId;
	}

}
