package org.parley.forum.thread.event;

import java.time.Instant;

import org.parley.forum.counter.VoteTotals;
import org.parley.platform.messaging.ParleyEvent;
import org.parley.platform.messaging.Publishes;

/**
 * The current state of a thread, with its counters.
 *
 * @param thread the thread in full
 * @param createdAt when it was created
 * @param lastActivityAt when the last post was created
 * @param replyCount the number of replies that everybody sees, as of the same batch as
 * the votes
 * @param votes the votes on the thread
 */
@Publishes("thread.snapshot")
record ThreadSnapshot(ThreadData thread, Instant createdAt, Instant lastActivityAt, int replyCount,
		VoteTotals votes) implements ParleyEvent {

	@Override
	public String subject() {
		return this.thread.id();
	}

}
