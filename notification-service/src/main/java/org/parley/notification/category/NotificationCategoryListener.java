package org.parley.notification.category;

import org.parley.contracts.forum.category.CategoryChanged;
import org.parley.contracts.forum.category.CategoryRemoved;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/** Consumes the forum's category events. */
@EventConsumer(value = "notifications", repeatable = true)
class NotificationCategoryListener {

	private final NotificationCategories notificationCategories;

	NotificationCategoryListener(NotificationCategories notificationCategories) {
		this.notificationCategories = notificationCategories;
	}

	@EventHandler({ "category.created", "category.changed", "category.snapshot" })
	void on(CategoryChanged changed) {
		var category = changed.category();
		this.notificationCategories.saveIfNewer(NotificationCategory.of(category.id(), category.readers(),
				category.readerGroups(), category.version()));
	}

	@EventHandler("category.removed")
	void on(CategoryRemoved removed) {
		this.notificationCategories.markRemoved(removed.category().id());
	}

}
