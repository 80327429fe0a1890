package org.parley.social.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Pages of documents whose ids are two people's ids with a colon between, sorted by id.
 * No page splits the documents of a first person.
 */
final class FirstPersonPages {

	private FirstPersonPages() {
	}

	static <T> List<T> after(@Nullable String personId, int max, Function<T, String> id, Range<T> range) {
		var page = new ArrayList<>(range.find(Criteria.where("_id").gt((personId != null) ? personId + ";" : ""), max));
		if (page.size() == max) {
			var last = id.apply(page.getLast());
			var end = last.substring(0, last.indexOf(':')) + ";";
			// A limit of zero is none
			page.addAll(range.find(Criteria.where("_id").gt(last).lt(end), 0));
		}
		return page;
	}

	/** Finds documents. */
	@FunctionalInterface
	interface Range<T> {

		List<T> find(Criteria ids, int limit);

	}

}
