package org.parley.forum.listing;

import java.util.Locale;

/** What an index of lists begins with. */
enum Narrowing {

	CATEGORY("categoryId"), TAG("tags"), AUTHOR("authorId");

	private final String field;

	Narrowing(String field) {
		this.field = field;
	}

	String field() {
		return this.field;
	}

	/** The name of the index for an order. */
	String index(Order order) {
		return "list-" + name().toLowerCase(Locale.ROOT) + "-" + order.json();
	}

}
