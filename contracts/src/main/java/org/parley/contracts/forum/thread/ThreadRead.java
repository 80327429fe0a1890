package org.parley.contracts.forum.thread;

import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;

/**
 * A member has read further in a thread than before.
 *
 * @param personId the id of the member
 * @param number the number of the last read post
 */
@Publishes("thread.read")
public record ThreadRead(String personId, String threadId, int number) implements ParleyEvent {

	@Override
	public String subject() {
		return this.threadId;
	}

}
