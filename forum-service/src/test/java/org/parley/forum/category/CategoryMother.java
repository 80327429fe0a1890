package org.parley.forum.category;

import org.parley.contracts.PersonReference;

/** Creates categories for unit tests. */
final class CategoryMother {

	static final PersonReference ADMIN = new PersonReference("admin", "admin", "Admin");

	private CategoryMother() {
	}

	static Category open(String slug) {
		return Category.create(new CategoryRequest(slug, slug, null, null, null, null, null, null, null), ADMIN);
	}

}
