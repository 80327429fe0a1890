package org.parley.forum.category;

import java.util.List;

import org.parley.contracts.PersonReference;
import org.parley.platform.readmodels.category.Audience;

/** Creates categories for unit tests. */
public final class CategoryMother {

	static final PersonReference ADMIN = new PersonReference("admin", "admin", "Admin");

	private CategoryMother() {
	}

	static Category open(String slug) {
		return category(slug, Audience.EVERYONE, Audience.MEMBERS);
	}

	/** A category with its lowest audiences. */
	public static Category category(String slug, Audience read, Audience post) {
		return Category.create(slug, new CategoryRequest(slug, slug, null, null, null, read, post, null, null), ADMIN);
	}

	/** A category of administrators that one group may read, and another may write. */
	static Category ofGroups(String readers, String writers) {
		return Category.create("groups", new CategoryRequest("groups", "Groups", null, null, null, Audience.ADMINS,
				Audience.ADMINS, List.of(readers), List.of(writers)), ADMIN);
	}

}
