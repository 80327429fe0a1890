package org.parley.forum.thread;

import java.time.Instant;

import org.parley.forum.counter.VoteTotals;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;

/**
 * A thread as it is now, with its counters.
 *
 * @param thread in full
 * @param createdAt when it was started
 * @param lastActivityAt when somebody last posted
 * @param replyCount how many replies everybody sees; of the same fold as the votes
 * @param votes on the thread
 */
@Publishes("thread.snapshot")
record ThreadSnapshot(ThreadData thread, Instant createdAt, Instant lastActivityAt, int replyCount,
		VoteTotals votes) implements ParleyEvent {

	@Override
	public String subject() {
		return this.thread.id();
	}

	@Override
	public String partitionKey() {
		return this.thread.id();
	}

}
