package org.parley.forum.threadlist;

import java.util.Locale;

/** What an index of lists begins with. */
enum ListIndexPrefix {

	CATEGORY("categoryId"), TAG("tags"), AUTHOR("authorId");

	private final String field;

	ListIndexPrefix(String field) {
		this.field = field;
	}

	String field() {
		return this.field;
	}

	/** The name of the index for an order. */
	String index(ThreadOrder threadOrder) {
		return "list-" + name().toLowerCase(Locale.ROOT) + "-" + threadOrder.json();
	}

}
