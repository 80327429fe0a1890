package org.parley.webhook.forum;

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
	void on(CategoryEventData event) {
		var category = event.category();
		this.publicVisibility.saveCategory(category.id(), category.readers(), category.version());
	}

	@EventHandler("category.removed")
	void on(RemovedEventData event) {
		this.publicVisibility.removeCategory(event.category().id());
	}

	/**
	 * Data of events about a category.
	 *
	 * @param category its current state
	 */
	record CategoryEventData(Category category) {

		/**
		 * A category.
		 *
		 * @param id the category's id
		 * @param readers the lowest role that may read
		 * @param version of the category
		 */
		record Category(String id, String readers, long version) {
		}

	}

	/**
	 * Data of the removal of a category.
	 *
	 * @param category the removed category
	 */
	record RemovedEventData(Reference category) {

		/**
		 * A category.
		 *
		 * @param id the category's id
		 */
		record Reference(String id) {
		}

	}

}
