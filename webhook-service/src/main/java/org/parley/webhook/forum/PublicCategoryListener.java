package org.parley.webhook.forum;

import org.parley.contracts.forum.category.CategoryChanged;
import org.parley.contracts.forum.category.CategoryRemoved;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/** Stores the readers of categories. */
@EventConsumer(value = "webhooks", repeatable = true)
class PublicCategoryListener {

	private final PublicVisibility publicVisibility;

	PublicCategoryListener(PublicVisibility publicVisibility) {
		this.publicVisibility = publicVisibility;
	}

	@EventHandler({ "category.created", "category.changed", "category.snapshot" })
	void on(CategoryChanged event) {
		var category = event.category();
		this.publicVisibility.saveCategory(category.id(), category.readers(), category.version());
	}

	@EventHandler("category.removed")
	void on(CategoryRemoved event) {
		this.publicVisibility.removeCategory(event.category().id());
	}

}
