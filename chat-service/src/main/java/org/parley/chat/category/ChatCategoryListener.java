package org.parley.chat.category;

import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/** Stores categories from the forum's events. */
@EventConsumer(value = "chat_members", repeatable = true)
class ChatCategoryListener {

	private final ChatCategories categories;

	ChatCategoryListener(ChatCategories categories) {
		this.categories = categories;
	}

	@EventHandler({ "category.created", "category.changed", "category.snapshot" })
	void on(Changed event) {
		this.categories.save(event.category());
	}

	@EventHandler("category.removed")
	void on(Removed event) {
		this.categories.remove(event.category().id());
	}

	/**
	 * Data of events about a category.
	 *
	 * @param category its current state
	 */
	record Changed(State category) {
	}

	/**
	 * A category.
	 *
	 * @param id the category's id
	 * @param slug its readable name in addresses
	 * @param readers the lowest role that may read
	 * @param version of the category
	 */
	record State(String id, String slug, String readers, long version) {
	}

	/**
	 * Data of the removal of a category.
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
