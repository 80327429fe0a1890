package org.parley.moderation.rule;

import java.time.Duration;

/** What rules may know of an author's earlier posts, other than the one at hand. */
public interface PastPosts {

	/** How many there are of the last while. */
	long within(Duration window);

	/** How many of those say the same. */
	long same(String hash, Duration window);

}
