package org.parley.notification.notification;

import org.jspecify.annotations.Nullable;
import org.parley.notification.category.Categories;
import org.parley.notification.mail.Relevance;
import org.parley.notification.person.People;
import org.parley.notification.person.Person;

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
			.filter(this::isHeard)
			.isPresent();
	}

	/**
	 * Nobody writes to the banned about what others say, nor of what they may not read.
	 */
	private boolean isHeard(Notification notification) {
		return this.people.byId(notification.userId())
			.filter((person) -> notification.kind().isTalk() ? person.isWelcome() : !person.isGone())
			.filter((person) -> mayRead(person, notification.categoryId()))
			.isPresent();
	}

	private boolean mayRead(Person person, @Nullable String category) {
		return category == null || this.categories.mayRead(category, person.audience()).orElse(false);
	}

}
