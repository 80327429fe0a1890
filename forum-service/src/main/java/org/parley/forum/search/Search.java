package org.parley.forum.search;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.forum.listing.Readership;
import org.parley.platform.web.paging.Cursor;

/**
 * Finds threads and posts. Whatever engine does it: what may not be read is not found.
 */
interface Search {

	/**
	 * What fits best, or is youngest.
	 * @param from where to go on, or null at the beginning
	 * @param most how many hits at most
	 */
	List<Hit> find(SearchQuery query, Ranking ranking, @Nullable Cursor from, int most, Readership readers);

}
