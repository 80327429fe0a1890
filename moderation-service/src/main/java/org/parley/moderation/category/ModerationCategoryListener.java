package org.parley.moderation.category;

import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;

/**
 * Keeps the categories up to date. An event that comes twice, or late, does no harm.
 */
@EventConsumer(value = "ai_moderation", repeatable = true)
class ModerationCategoryListener {

	private final ModerationCategories moderationCategories;

	ModerationCategoryListener(ModerationCategories moderationCategories) {
		this.moderationCategories = moderationCategories;
	}

	@EventHandler({ "category.created", "category.changed", "category.snapshot" })
	void on(CategoryEventData told) {
		this.moderationCategories.learn(told.category().category());
	}

	@EventHandler("category.removed")
	void onRemoval(Removed told) {
		this.moderationCategories.learn(ModerationCategory.gone(told.category().id()));
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
