package org.parley.notification.notification;

import java.time.InstantSource;
import java.util.Optional;

import org.parley.notification.person.RecipientPerson;
import org.parley.notification.preference.SetPreferences;
import org.parley.notification.storage.ContendedUpsert;

import org.springframework.stereotype.Component;

/** Writes down what is told. */
@Component
class StoreNotification {

	private final Notifications notifications;

	private final NotificationList list;

	private final NotificationReceipts notificationReceipts;

	private final SetPreferences setPreferences;

	private final AnnounceNotification announceNotification;

	private final InstantSource clock;

	StoreNotification(Notifications notifications, NotificationList list, NotificationReceipts notificationReceipts,
			SetPreferences setPreferences, AnnounceNotification announceNotification, InstantSource clock) {
		this.notifications = notifications;
		this.list = list;
		this.notificationReceipts = notificationReceipts;
		this.setPreferences = setPreferences;
		this.announceNotification = announceNotification;
		this.clock = clock;
	}

	void write(RecipientPerson recipientPerson, NotificationNews notificationNews) {
		var choice = this.setPreferences.of(recipientPerson.id()).choice(notificationNews.kind());
		if (choice.isSilent() || this.notificationReceipts.knows(recipientPerson.id(), notificationNews)) {
			return;
		}
		this.list.claim(recipientPerson.id());
		var notification = open(recipientPerson.id(), notificationNews)
			.orElseGet(() -> Notification.of(recipientPerson.id(), notificationNews, choice, this.clock.instant()));
		var first = notification.isNew();
		notification.add(notificationNews);
		this.notificationReceipts.add(notification, notificationNews, this.clock.instant());
		this.announceNotification.announce(notification, unread(recipientPerson, notification, first));
		ContendedUpsert.write(() -> this.notifications.save(notification));
		if (first) {
			this.announceNotification.mail(notification, notificationNews, choice);
		}
	}

	private long unread(RecipientPerson recipientPerson, Notification notification, boolean first) {
		var known = this.list.unread(recipientPerson.id(), recipientPerson.audience());
		return (first && notification.isListed()) ? known + 1 : known;
	}

	private Optional<Notification> open(String userId, NotificationNews notificationNews) {
		return Optional.ofNullable(Notification.groupOf(userId, notificationNews)).flatMap(this.list::lockOpen);
	}

	void takeBack(NotificationReceipt telling) {
		this.notifications.findById(telling.notificationId())
			.filter((notification) -> !notification.isRead())
			.ifPresent((notification) -> takeBack(telling, notification));
	}

	private void takeBack(NotificationReceipt telling, Notification notification) {
		this.notificationReceipts.remove(telling);
		this.list.claim(notification.userId());
		if (notification.takeBack(this.notificationReceipts.actors(notification))) {
			this.notifications.save(notification);
			return;
		}
		this.notifications.delete(notification);
		this.announceNotification.gone(notification, this.list.unread(notification.userId()));
	}

}
