package org.parley.moderation.category;

import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/** Consumes category events. Repeated and late events change nothing. */
@EventConsumer(value = "ai_moderation", repeatable = true)
class ModerationCategoryListener {

	private final ModerationCategories moderationCategories;

	ModerationCategoryListener(ModerationCategories moderationCategories) {
		this.moderationCategories = moderationCategories;
	}

	@EventHandler({ "category.created", "category.changed", "category.snapshot" })
	void on(CategoryEventData event) {
		this.moderationCategories.saveIfNewer(event.category().toCategory());
	}

	@EventHandler("category.removed")
	void onRemoval(Removed event) {
		this.moderationCategories.saveIfNewer(ModerationCategory.removed(event.category().id()));
	}

	/**
	 * The data of {@code category.removed}.
	 *
	 * @param category the removed category
	 */
	record Removed(Reference category) {
	}

	/**
	 * A reference to a category.
	 *
	 * @param id the category's id
	 */
	record Reference(String id) {
	}

}
