package org.parley.chat.category;

import org.parley.contracts.forum.category.CategoryChanged;
import org.parley.contracts.forum.category.CategoryRemoved;
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
	void on(CategoryChanged event) {
		this.categories.save(event.category());
	}

	@EventHandler("category.removed")
	void on(CategoryRemoved event) {
		this.categories.remove(event.category().id());
	}

}
