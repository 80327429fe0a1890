package org.parley.forum.search;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.platform.web.paging.Cursor;

/**
 * How far somebody has come through what is found.
 *
 * @param ranking what comes first
 * @param began when they asked for the first page: how fresh something is, is told from
 * then on, so that it stays where it is while they go on
 * @param from where they go on, or null at the beginning
 * @param most how many hits at most
 */
record SearchCursor(SearchRanking ranking, Instant began, @Nullable Cursor from, int most) {

	/** A walk that goes on from a cursor, or begins now. */
	static SearchCursor of(SearchRanking ranking, @Nullable String cursor, Instant now, int most) {
		if (cursor == null) {
			return new SearchCursor(ranking, now, null, most);
		}
		var from = ranking.parse(cursor);
		return new SearchCursor(ranking, ranking.began(from, now), from, most);
	}

	/** A cursor to what comes after a hit. */
	Cursor after(SearchHit searchHit) {
		return Cursor.next(this.ranking.json(), this.ranking.keys(searchHit, this.began));
	}

}
