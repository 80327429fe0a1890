package org.parley.notification.notification;

import org.parley.notification.category.Categories;
import org.parley.notification.mail.Relevance;
import org.parley.notification.person.People;

import org.springframework.stereotype.Component;

/** Looks again before a mail goes out. */
@Component
class StillNews implements Relevance {

	private final Notifications notifications;

	private final Categories categories;

	private final People people;

	StillNews(Notifications notifications, Categories categories, People people) {
		this.notifications = notifications;
		this.categories = categories;
		this.people = people;
	}

	@Override
	public boolean isStillNews(String notificationId) {
		return this.notifications.findById(notificationId)
			.filter((notification) -> !notification.isRead() && !notification.isDeleted())
			.filter(this::mayBeRead)
			.isPresent();
	}

	private boolean mayBeRead(Notification notification) {
		var category = notification.categoryId();
		return category == null || this.people.byId(notification.userId())
			.flatMap((person) -> this.categories.mayRead(category, person.audience()))
			.orElse(false);
	}

}
