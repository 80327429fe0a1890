package org.parley.moderation.rule;

import java.time.Duration;

/** Counts an author's earlier posts, without the checked post. */
public interface PastPosts {

	/** Counts the posts of a period, up to a limit. */
	long count(Duration window, int limit);

	/** Counts the posts of a period with similar words, up to a limit. */
	long countCopies(Duration window, int limit);

	/** Counts the posts that readers have reported in a period, up to a limit. */
	long countReported(Duration window, int limit);

}
