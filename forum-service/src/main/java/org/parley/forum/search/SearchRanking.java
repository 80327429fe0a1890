package org.parley.forum.search;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;

import org.parley.platform.web.paging.Cursor;
import org.parley.platform.web.problem.ProblemException;

/**
 * The orders of hits. Each ends with the unique id, so that cursors never repeat a hit.
 */
enum SearchRanking {

	/** By relevance with a boost for recent content; newest first among equals. */
	RELEVANCE(3) {

		@Override
		Object[] keys(SearchHit hit, Instant began) {
			return new Object[] { hit.score(), hit.id(), began.toEpochMilli() };
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

	/** Newest first. */
	NEWEST(1) {

		@Override
		Object[] keys(SearchHit hit, Instant began) {
			return new Object[] { hit.id() };
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

	/** The age at which the boost for recent content has dropped from 2 to 1.5. */
	static final Duration BOOST_HALF_LIFE = Duration.ofDays(30);

	private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

	private final int keys;

	SearchRanking(int keys) {
		this.keys = keys;
	}

	static SearchRanking of(String name) {
		return valueOf(name.toUpperCase(Locale.ROOT));
	}

	/** The keys of a hit in a cursor. */
	abstract Object[] keys(SearchHit hit, Instant began);

	/** The time when the reader requested the first page. */
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

	/** The score in a cursor. */
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
