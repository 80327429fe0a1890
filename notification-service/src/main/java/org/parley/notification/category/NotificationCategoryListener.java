package org.parley.notification.category;

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
	void on(Changed changed) {
		var category = changed.category();
		this.notificationCategories
			.saveIfNewer(NotificationCategory.of(category.id(), category.readers(), category.version()));
	}

	@EventHandler("category.removed")
	void on(Removed removed) {
		this.notificationCategories.markRemoved(removed.category().id());
	}

	/** The data of {@code category.created}, {@code .changed} and {@code .snapshot}. */
	record Changed(Rights category) {
	}

	/** The least role that can read a category, at a version. */
	record Rights(String id, String readers, long version) {
	}

	/** The data of {@code category.removed}. */
	record Removed(Reference category) {
	}

	/** Names a category. */
	record Reference(String id) {
	}

}
