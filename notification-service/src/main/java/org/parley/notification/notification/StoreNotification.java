package org.parley.notification.notification;

import java.time.InstantSource;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.notification.announcement.AnnounceNotification;
import org.parley.notification.news.NotificationNews;
import org.parley.notification.person.RecipientPerson;
import org.parley.notification.preference.ChannelChoice;
import org.parley.notification.storage.ContendedUpsert;

import org.springframework.stereotype.Component;

/** Stores and withdraws the notifications of users. */
@Component
public class StoreNotification {

	/** Receipts per transaction of a withdrawal. */
	private static final int PAGE = 50;

	private final Notifications notifications;

	private final NotificationList list;

	private final NotificationReceipts notificationReceipts;

	private final AnnounceNotification announceNotification;

	private final NotificationWording wording;

	private final InstantSource clock;

	StoreNotification(Notifications notifications, NotificationList list, NotificationReceipts notificationReceipts,
			AnnounceNotification announceNotification, NotificationWording wording, InstantSource clock) {
		this.notifications = notifications;
		this.list = list;
		this.notificationReceipts = notificationReceipts;
		this.announceNotification = announceNotification;
		this.wording = wording;
		this.clock = clock;
	}

	/** Stores a notification, or adds the news to the open one of its group, once. */
	public void store(RecipientPerson person, NotificationNews news, ChannelChoice choice) {
		if (this.notificationReceipts.exists(person.id(), news)) {
			return;
		}
		this.list.claim(person.id());
		var notification = lockOpen(person.id(), news)
			.orElseGet(() -> Notification.of(person.id(), news, choice, this.clock.instant()));
		var first = notification.isNew();
		notification.add(news);
		this.notificationReceipts.add(notification, news, this.clock.instant());
		var view = this.wording.view(notification);
		notification.announce(view, countUnread(person, notification, first));
		ContendedUpsert.write(() -> this.notifications.save(notification));
		if (first) {
			this.announceNotification.sendMail(person.id(), news.source(), view, choice);
		}
	}

	private Optional<Notification> lockOpen(String userId, NotificationNews news) {
		return Optional.ofNullable(Notification.groupOf(userId, news)).flatMap(this.list::lockOpen);
	}

	private long countUnread(RecipientPerson person, Notification notification, boolean first) {
		var stored = this.list.countUnread(person.id(), person.audience());
		return (first && notification.isListed()) ? stored + 1 : stored;
	}

	/**
	 * Withdraws the unread notifications about a source, one page per call.
	 * @param after where the last page ended; null for the first page
	 * @return where this page ends, empty after the last page
	 */
	public Optional<String> withdraw(String source, @Nullable String after) {
		var page = this.notificationReceipts.findBySource(source, after, PAGE);
		page.forEach(this::withdraw);
		return (page.size() == PAGE) ? Optional.of(page.getLast().id()) : Optional.empty();
	}

	private void withdraw(NotificationReceipt receipt) {
		this.notifications.findById(receipt.notificationId())
			.filter((notification) -> !notification.isRead())
			.ifPresent((notification) -> withdraw(receipt, notification));
	}

	private void withdraw(NotificationReceipt receipt, Notification notification) {
		this.notificationReceipts.remove(receipt);
		this.list.claim(notification.userId());
		if (notification.withdraw(this.notificationReceipts.findActors(notification))) {
			this.notifications.save(notification);
			return;
		}
		this.notifications.delete(notification);
		this.announceNotification.publishRead(notification.userId(), notification.id(),
				this.list.countUnread(notification.userId()));
	}

}
