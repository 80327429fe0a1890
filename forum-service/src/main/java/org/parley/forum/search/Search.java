package org.parley.forum.search;

import java.util.List;

import org.parley.forum.listing.Readership;

/**
 * Finds threads and posts. Whatever engine does it: what may not be read is not found.
 * {@code SearchContract} in the tests says all that an engine must do.
 */
interface Search {

	/** What comes next in a walk: what fits best and is freshest, or what is youngest. */
	List<Hit> find(SearchQuery query, Walk walk, Readership readers);

}
