package org.parley.forum.search;

import java.util.List;

import org.parley.forum.threadlist.ListAudience;

/**
 * Finds threads and posts. Whatever engine does it: what may not be read is not found.
 * {@code SearchContract} in the tests says all that an engine must do.
 */
interface Search {

	/** What comes next in a walk: what fits best and is freshest, or what is youngest. */
	List<SearchHit> find(SearchQuery query, SearchCursor searchCursor, ListAudience readers);

}
