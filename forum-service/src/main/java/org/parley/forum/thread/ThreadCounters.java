package org.parley.forum.thread;

import java.time.Instant;

/**
 * What many writers share of a thread. Numbers are dealt out one by one, views are added
 * up, all else belongs to the tally folder; no change of the thread writes any of it.
 *
 * @param lastNumber the highest number that a post was given
 * @param replyCount how many replies everybody sees
 * @param viewCount how often it was opened
 * @param voteScore votes up minus votes down
 * @param lastActivityAt when the last post came
 * @param lastPostBy the id of the member who posted last
 */
public record ThreadCounters(int lastNumber, int replyCount, long viewCount, int voteScore, Instant lastActivityAt,
		String lastPostBy) {

	/** Of a thread that has its first posts, up to a number, and no replies counted. */
	static ThreadCounters of(int lastNumber, Instant at, String by) {
		return new ThreadCounters(lastNumber, 0, 0, 0, at, by);
	}

}
