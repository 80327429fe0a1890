package org.parley.forum.threadlist;

import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** The fields that a list index begins with. */
enum ListIndexPrefix {

	/** Lists of some categories: the database merges one index range for each. */
	CATEGORY("categoryId"),

	TAGS("tagKeys"),

	AUTHOR("authorId"),

	/** Lists of many categories: no field, the index is walked in the sort order. */
	FORUM(null);

	private final @Nullable String field;

	ListIndexPrefix(@Nullable String field) {
		this.field = field;
	}

	/** The fields before the sort fields. */
	Stream<String> fields() {
		return Stream.concat(Stream.ofNullable(this.field), Stream.of("listed"));
	}

	/** The name of the index for a sort order. */
	String indexName(ThreadOrder order) {
		return "list-" + name().toLowerCase(Locale.ROOT) + "-" + order.json() + "-status";
	}

}
