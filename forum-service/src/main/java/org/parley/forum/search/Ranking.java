package org.parley.forum.search;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.bson.Document;
import org.parley.platform.web.paging.Cursor;
import org.parley.platform.web.problem.ProblemException;

/** Which hits come first. Each order ends with the id, so that none comes twice. */
enum Ranking {

	/** Those that fit best; of those that fit equally well, the youngest. */
	RELEVANCE(2) {

		@Override
		Object[] keys(Hit hit) {
			return new Object[] { hit.score(), hit.id() };
		}

		@Override
		Comparator<Found> order() {
			return Comparator.comparingDouble(Found::score).thenComparing(Found::id).reversed();
		}

		@Override
		Document sort() {
			return new Document("score", -1).append("_id", -1);
		}

		@Override
		Document after(Cursor from) {
			var score = score(from);
			return new Document("$or", List.of(new Document("score", new Document("$lt", score)),
					new Document("score", score).append("_id", new Document("$lt", from.text(1)))));
		}

	},

	/** The youngest. */
	NEWEST(1) {

		@Override
		Object[] keys(Hit hit) {
			return new Object[] { hit.id() };
		}

		@Override
		Comparator<Found> order() {
			return Comparator.comparing(Found::id).reversed();
		}

		@Override
		Document sort() {
			return new Document("_id", -1);
		}

		@Override
		Document after(Cursor from) {
			return new Document("_id", new Document("$lt", from.text(0)));
		}

	};

	private final int keys;

	Ranking(int keys) {
		this.keys = keys;
	}

	static Ranking of(String name) {
		return valueOf(name.toUpperCase(Locale.ROOT));
	}

	/** What a cursor holds of a hit. */
	abstract Object[] keys(Hit hit);

	abstract Comparator<Found> order();

	abstract Document sort();

	/** What comes after a hit. */
	abstract Document after(Cursor from);

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

	private static double score(Cursor from) {
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
