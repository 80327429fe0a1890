package org.parley.moderation.category;

import org.parley.platform.events.inbox.Hears;
import org.parley.platform.events.inbox.Listens;

/**
 * Keeps the categories up to date. An event that comes twice, or late, does no harm.
 */
@Listens(value = "ai_moderation", repeatable = true)
class CategoryListener {

	private final Categories categories;

	CategoryListener(Categories categories) {
		this.categories = categories;
	}

	@Hears({ "category.created", "category.changed", "category.snapshot" })
	void on(CategoryEventData told) {
		this.categories.learn(told.category().category());
	}

	@Hears("category.removed")
	void onRemoval(Removed told) {
		this.categories.learn(Category.gone(told.category().id()));
	}

	/**
	 * A category is gone.
	 *
	 * @param category which one
	 */
	record Removed(Reference category) {
	}

	/**
	 * Names a category.
	 *
	 * @param id the category's id
	 */
	record Reference(String id) {
	}

}
