package org.parley.notification.category;

import java.util.List;
import java.util.Objects;

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
		var moderators = Objects.requireNonNullElse(category.moderators(), List.<String>of());
		this.notificationCategories.saveIfNewer(NotificationCategory.of(category.id(), category.readers(),
				category.readerGroups(), moderators, category.version()));
	}

	@EventHandler("category.removed")
	void on(CategoryRemoved removed) {
		this.notificationCategories.markRemoved(removed.category().id());
	}

}
