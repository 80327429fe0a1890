package org.parley.moderation.category;

import org.parley.contracts.forum.category.CategoryChanged;
import org.parley.contracts.forum.category.CategoryRemoved;
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
	void on(CategoryChanged event) {
		this.moderationCategories.saveIfNewer(ModerationCategory.of(event.category()));
	}

	@EventHandler("category.removed")
	void onRemoval(CategoryRemoved event) {
		this.moderationCategories.saveIfNewer(ModerationCategory.removed(event.category()));
	}

}
