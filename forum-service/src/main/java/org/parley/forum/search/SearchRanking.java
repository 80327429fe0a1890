package org.parley.forum.search;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;

import org.parley.platform.web.paging.Cursor;
import org.parley.platform.web.problem.ProblemException;

/** Which hits come first. Each order ends with the id, so that none comes twice. */
enum SearchRanking {

	/** Those that fit best and are freshest; of equals, the youngest. */
	RELEVANCE(3) {

		@Override
		Object[] keys(SearchHit searchHit, Instant began) {
			return new Object[] { searchHit.score(), searchHit.id(), began.toEpochMilli() };
		}

		@Override
		Instant began(Cursor from, Instant now) {
			if (from.number(2) < 0 || from.number(2) > LAST.toEpochMilli()) {
				throw invalid();
			}
			return Instant.ofEpochMilli(from.number(2));
		}

		@Override
		Comparator<SearchMatch> order() {
			return Comparator.comparingDouble(SearchMatch::score).thenComparing(SearchMatch::id).reversed();
		}

	},

	/** The youngest. */
	NEWEST(1) {

		@Override
		Object[] keys(SearchHit searchHit, Instant began) {
			return new Object[] { searchHit.id() };
		}

		@Override
		Instant began(Cursor from, Instant now) {
			return now;
		}

		@Override
		Comparator<SearchMatch> order() {
			return Comparator.comparing(SearchMatch::id).reversed();
		}

	};

	/**
	 * What is new counts twice as much as what is old; after this time, one and a half
	 * times.
	 */
	static final Duration FRESH = Duration.ofDays(30);

	private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

	private final int keys;

	SearchRanking(int keys) {
		this.keys = keys;
	}

	static SearchRanking of(String name) {
		return valueOf(name.toUpperCase(Locale.ROOT));
	}

	/** What a cursor holds of a hit. */
	abstract Object[] keys(SearchHit searchHit, Instant began);

	/** When the walk began that came to this place. */
	abstract Instant began(Cursor from, Instant now);

	abstract Comparator<SearchMatch> order();

	Cursor parse(String cursor) {
		var parsed = Cursor.parse(cursor, json(), this.keys);
		if (parsed.backwards()) {
			throw invalid();
		}
		return parsed;
	}

	String json() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The score of the hit at a place. */
	static double score(Cursor from) {
		try {
			return Double.parseDouble(from.text(0));
		}
		catch (NumberFormatException ex) {
			throw invalid();
		}
	}

	private static ProblemException invalid() {
		return ProblemException.field("cursor", "cursor.invalid", "This is not a cursor of this search.");
	}

}
