package org.parley.forum.counter;

import java.time.Instant;
import java.util.Optional;

/** Reads the last activity of threads from the posts that everybody sees. */
public interface LastActivities {

	/** Finds the newest visible post of a thread. */
	Optional<Activity> findLast(String threadId);

	/**
	 * The creation of a post.
	 *
	 * @param by the id of its author
	 */
	record Activity(Instant at, String by) {
	}

}
