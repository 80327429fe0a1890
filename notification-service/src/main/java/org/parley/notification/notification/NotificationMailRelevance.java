package org.parley.notification.notification;

import org.jspecify.annotations.Nullable;
import org.parley.notification.category.NotificationCategories;
import org.parley.notification.mail.delivery.MailRelevance;
import org.parley.notification.person.RecipientPeople;
import org.parley.notification.person.RecipientPerson;

import org.springframework.stereotype.Component;

/** Checks the notification of a mail again before the mail is sent. */
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
	public boolean isRelevant(String notificationId) {
		return this.notifications.findById(notificationId)
			.filter((notification) -> !notification.isRead() && !notification.isDeleted())
			.filter(this::isReadable)
			.isPresent();
	}

	/** Banned users receive no mail about conversations. */
	private boolean isReadable(Notification notification) {
		return this.recipientPeople.findById(notification.userId())
			.filter((recipientPerson) -> notification.kind().isConversation() ? recipientPerson.isActive()
					: !recipientPerson.isGone())
			.filter((recipientPerson) -> mayRead(recipientPerson, notification.categoryId()))
			.isPresent();
	}

	private boolean mayRead(RecipientPerson recipientPerson, @Nullable String category) {
		return category == null
				|| this.notificationCategories.mayRead(category, recipientPerson.audience()).orElse(false);
	}

}
