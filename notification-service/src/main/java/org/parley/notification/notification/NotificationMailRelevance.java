package org.parley.notification.notification;

import org.jspecify.annotations.Nullable;
import org.parley.notification.category.NotificationCategories;
import org.parley.notification.mail.MailRelevance;
import org.parley.notification.person.RecipientPeople;
import org.parley.notification.person.RecipientPerson;

import org.springframework.stereotype.Component;

/** Looks again before a mail goes out. */
@Component
class NotificationMailRelevance implements MailRelevance {

	private final Notifications notifications;

	private final NotificationCategories notificationCategories;

	private final RecipientPeople recipientPeople;

	NotificationMailRelevance(Notifications notifications, NotificationCategories notificationCategories,
			RecipientPeople recipientPeople) {
		this.notifications = notifications;
		this.notificationCategories = notificationCategories;
		this.recipientPeople = recipientPeople;
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
		return this.recipientPeople.byId(notification.userId())
			.filter((recipientPerson) -> notification.kind().isTalk() ? recipientPerson.isWelcome()
					: !recipientPerson.isGone())
			.filter((recipientPerson) -> mayRead(recipientPerson, notification.categoryId()))
			.isPresent();
	}

	private boolean mayRead(RecipientPerson recipientPerson, @Nullable String category) {
		return category == null
				|| this.notificationCategories.mayRead(category, recipientPerson.audience()).orElse(false);
	}

}
