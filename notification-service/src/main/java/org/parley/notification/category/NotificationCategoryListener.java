package org.parley.notification.category;

import java.util.List;
import java.util.Objects;

import org.parley.contracts.forum.category.CategoryChanged;
import org.parley.contracts.forum.category.CategoryRemoved;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;

/** Consumes the forum's category events. */
@EventConsumer(value = "notifications", repeatable = true)
class NotificationCategoryListener {

	private final NotificationCategories notificationCategories;

	private final UnitOfWork unitOfWork;

	private final ApplicationEventPublisher events;

	NotificationCategoryListener(NotificationCategories notificationCategories, UnitOfWork unitOfWork,
			ApplicationEventPublisher events) {
		this.notificationCategories = notificationCategories;
		this.unitOfWork = unitOfWork;
		this.events = events;
	}

	@EventHandler({ "category.created", "category.changed", "category.snapshot" })
	void on(CategoryChanged changed) {
		var category = changed.category();
		var moderators = Objects.requireNonNullElse(category.moderators(), List.<String>of());
		var changedCategory = NotificationCategory.of(category.id(), category.readers(), category.readerGroups(),
				moderators, category.version());
		this.unitOfWork.run(() -> {
			var dismissed = this.notificationCategories.saveIfNewer(changedCategory);
			if (!dismissed.isEmpty()) {
				this.events.publishEvent(new ModeratorsDismissed(dismissed));
			}
		});
	}

	@EventHandler("category.removed")
	void on(CategoryRemoved removed) {
		this.notificationCategories.markRemoved(removed.category().id());
	}

}
