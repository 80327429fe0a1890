package org.parley.webhook.forum;

import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;

/** Hears which categories everybody may read. */
@EventConsumer(value = "webhooks", repeatable = true)
class PublicCategoryListener {

	private final PublicVisibility publicVisibility;

	PublicCategoryListener(PublicVisibility publicVisibility) {
		this.publicVisibility = publicVisibility;
	}

	@EventHandler({ "category.created", "category.changed", "category.snapshot" })
	void on(Told event) {
		var category = event.category();
		this.publicVisibility.learnCategory(category.id(), category.readers(), category.version());
	}

	@EventHandler("category.removed")
	void on(Gone event) {
		this.publicVisibility.forgetCategory(event.category().id());
	}

	/**
	 * What is heard of a category.
	 *
	 * @param category as it is now
	 */
	record Told(Category category) {

		/**
		 * A category.
		 *
		 * @param id the category's id
		 * @param readers the least role that may read
		 * @param version of the category
		 */
		record Category(String id, String readers, long version) {
		}

	}

	/**
	 * What is heard of a category that is gone.
	 *
	 * @param category which one
	 */
	record Gone(Reference category) {

		/**
		 * A category.
		 *
		 * @param id the category's id
		 */
		record Reference(String id) {
		}

	}

}
