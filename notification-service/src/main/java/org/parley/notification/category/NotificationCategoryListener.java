package org.parley.notification.category;

import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;

/** Hears who may read which category. */
@EventConsumer("notifications")
class NotificationCategoryListener {

	private final NotificationCategories notificationCategories;

	NotificationCategoryListener(NotificationCategories notificationCategories) {
		this.notificationCategories = notificationCategories;
	}

	@EventHandler({ "category.created", "category.changed", "category.snapshot" })
	void on(Told told) {
		var category = told.category();
		this.notificationCategories
			.learn(NotificationCategory.of(category.id(), category.readers(), category.version()));
	}

	@EventHandler("category.removed")
	void on(Removed removed) {
		this.notificationCategories.forget(removed.category().id());
	}

	/** A category as it is now. */
	record Told(Rights category) {
	}

	/** Who at least may read it, at a version. */
	record Rights(String id, String readers, long version) {
	}

	/** A category is gone. */
	record Removed(Reference category) {
	}

	/** Which one. */
	record Reference(String id) {
	}

}
