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

}
