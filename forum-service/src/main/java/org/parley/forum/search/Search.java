package org.parley.forum.search;

import java.util.List;

import org.parley.forum.threadlist.ListAudience;

/**
 * Finds threads and posts that the readers may see. {@code SearchContract} in the tests
 * specifies the behaviour of every implementation.
 */
interface Search {

	/** Weighs the words and phrases of a query by how rare they are. */
	WordWeights weigh(SearchQuery query);

	/** Finds the hits after a cursor, in the order of its ranking. */
	List<SearchHit> find(SearchQuery query, SearchCursor cursor, ListAudience readers);

	/**
	 * Finds the most used tags that begin with a text, of threads in the readers' lists;
	 * none before the search is ready.
	 */
	List<UsedTag> tags(String beginning, ListAudience readers, int max);

	/**
	 * A tag of threads that the reader may see in lists.
	 *
	 * @param tag the tag in its most frequent spelling
	 */
	record UsedTag(String tag, int threads) {
	}

}
