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
 * @param from where the page starts; null for the first page
 * @param max the maximum number of hits
 */
record SearchCursor(SearchRanking ranking, Instant began, @Nullable Cursor from, int max) {

	/** Returns the position of a cursor, or of the first page. */
	static SearchCursor of(SearchRanking ranking, @Nullable String cursor, Instant now, int max) {
		if (cursor == null) {
			return new SearchCursor(ranking, now, null, max);
		}
		var from = ranking.parse(cursor);
		return new SearchCursor(ranking, ranking.began(from, now), from, max);
	}

	/** Returns the cursor for the hits after a hit. */
	Cursor after(SearchHit hit) {
		return Cursor.next(this.ranking.json(), this.ranking.keys(hit, this.began));
	}

}
