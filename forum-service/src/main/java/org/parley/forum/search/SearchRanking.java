package org.parley.forum.search;

import java.time.Instant;
import java.util.Locale;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.web.paging.Cursor;

/**
 * The orders of hits. Each ends with the unique id, so that cursors never repeat a hit.
 */
enum SearchRanking {

	/** By relevance with a boost for recent content; newest first among equals. */
	RELEVANCE(4) {

		@Override
		Object[] keys(SearchHit hit, SearchCursor cursor) {
			return new Object[] { hit.score(), hit.id(), cursor.began().toEpochMilli(), cursor.weights() };
		}

		@Override
		Instant began(Cursor from, Instant now) {
			if (from.number(2) < 0 || from.number(2) > LAST.toEpochMilli()) {
				throw invalid();
			}
			return Instant.ofEpochMilli(from.number(2));
		}

	},

	/** Newest first. */
	NEWEST(2) {

		@Override
		Object[] keys(SearchHit hit, SearchCursor cursor) {
			return new Object[] { hit.id(), cursor.weights() };
		}

		@Override
		Instant began(Cursor from, Instant now) {
			return now;
		}

	};

	private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

	private final int keys;

	SearchRanking(int keys) {
		this.keys = keys;
	}

	static SearchRanking of(String name) {
		return valueOf(name.toUpperCase(Locale.ROOT));
	}

	abstract Object[] keys(SearchHit hit, SearchCursor cursor);

	/** The time when the reader requested the first page. */
	abstract Instant began(Cursor from, Instant now);

	/** The weights of the words on all pages. */
	WordWeights weights(Cursor from, SearchQuery query) {
		return WordWeights.parse(from.text(this.keys - 1), query.required().size());
	}

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

	static float score(Cursor from) {
		try {
			return Float.parseFloat(from.text(0));
		}
		catch (NumberFormatException ex) {
			throw invalid();
		}
	}

	private static RefusalException invalid() {
		return RefusalException.field("cursor", "cursor.invalid", "This is not a cursor of this search.");
	}

}
