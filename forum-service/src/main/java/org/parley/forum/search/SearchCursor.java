package org.parley.forum.search;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.platform.web.paging.Cursor;

/**
 * The position of a page in the hits of a search.
 *
 * @param ranking the order of the hits
 * @param began the time of the first page; freshness is relative to it, so that the order
 * stays the same on later pages
 * @param weights the weights of the words and phrases, as of the first page
 * @param from where the page starts; null for the first page
 * @param max the maximum number of hits
 */
record SearchCursor(SearchRanking ranking, Instant began, WordWeights weights, @Nullable Cursor from, int max) {

	/** Returns the position of the first page. */
	static SearchCursor first(SearchRanking ranking, Instant now, WordWeights weights, int max) {
		return new SearchCursor(ranking, now, weights, null, max);
	}

	/** Returns the position of a cursor. */
	static SearchCursor of(SearchRanking ranking, SearchQuery query, String cursor, Instant now, int max) {
		var from = ranking.parse(cursor);
		return new SearchCursor(ranking, ranking.began(from, now), ranking.weights(from, query), from, max);
	}

	Cursor after(SearchHit hit) {
		return Cursor.next(this.ranking.json(), this.ranking.keys(hit, this));
	}

}
