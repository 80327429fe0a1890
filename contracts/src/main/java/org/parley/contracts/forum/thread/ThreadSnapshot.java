package org.parley.contracts.forum.thread;

import java.time.Instant;

import org.parley.contracts.Publishes;
import org.parley.contracts.forum.ThreadData;
import org.parley.contracts.forum.VoteTotals;

/**
 * The current state of a thread, with its counters.
 *
 * @param lastActivityAt when the last post was created
 * @param replyCount the number of replies that everybody sees, as of the same batch as
 * the votes
 */
@Publishes("thread.snapshot")
public record ThreadSnapshot(ThreadData thread, Instant createdAt, Instant lastActivityAt, int replyCount,
		VoteTotals votes) implements ThreadEvent {
}
