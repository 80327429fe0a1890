package org.parley.moderation.rule;

import java.time.Duration;

/** Counts an author's earlier posts, without the checked post. */
public interface PastPosts {

	/** Counts the posts of a period. */
	long count(Duration window);

	/** Counts the posts of a period with the same text hash. */
	long countCopies(String hash, Duration window);

}
