package org.parley.forum.thread;

import java.time.Instant;

/**
 * The fields of a thread that many writers share. {@link Threads} increments the last
 * number, the view counter adds views, and the counter aggregator owns the others. No
 * change of the thread writes any of them.
 *
 * @param lastNumber the highest number that a post was given
 * @param replyCount the number of replies that everybody sees
 * @param voteScore votes up minus votes down
 * @param lastActivityAt when the last post was created
 * @param lastPostBy the id of the member who posted last
 */
public record ThreadCounters(int lastNumber, int replyCount, long viewCount, int voteScore, Instant lastActivityAt,
		String lastPostBy) {

	/** Returns the counters of a new thread with posts up to a number. */
	static ThreadCounters of(int lastNumber, Instant at, String by) {
		return new ThreadCounters(lastNumber, 0, 0, 0, at, by);
	}

}
