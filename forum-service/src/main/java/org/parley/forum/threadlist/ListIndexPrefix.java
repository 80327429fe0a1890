package org.parley.forum.threadlist;

import java.util.Locale;

/** The first field of a list index. */
enum ListIndexPrefix {

	CATEGORY("categoryId"), TAG("tags"), AUTHOR("authorId");

	private final String field;

	ListIndexPrefix(String field) {
		this.field = field;
	}

	String field() {
		return this.field;
	}

	/** The name of the index for a sort order. */
	String indexName(ThreadOrder order) {
		return "list-" + name().toLowerCase(Locale.ROOT) + "-" + order.json();
	}

}
