package org.parley.forum.category;

import org.parley.contracts.PersonReference;
import org.parley.platform.readmodels.category.Audience;

/** Creates categories for unit tests. */
final class CategoryMother {

	static final PersonReference ADMIN = new PersonReference("admin", "admin", "Admin");

	private CategoryMother() {
	}

	static Category open(String slug) {
		return Category.create(new CategoryRequest(slug, slug, null, null, null, null, null), ADMIN);
	}

	static Category readBy(Audience read) {
		return Category.create(new CategoryRequest("closed", "Closed", null, null, null, read, Audience.ADMINS), ADMIN);
	}

}
