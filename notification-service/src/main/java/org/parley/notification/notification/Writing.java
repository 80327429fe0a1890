package org.parley.notification.notification;

import java.time.InstantSource;
import java.util.Optional;

import org.parley.notification.person.Person;
import org.parley.notification.preference.Preferring;
import org.parley.notification.storage.Contended;

import org.springframework.stereotype.Component;

/** Writes down what is told. */
@Component
class Writing {

	private final Notifications notifications;

	private final NotificationList list;

	private final Tellings tellings;

	private final Preferring preferring;

	private final Announcing announcing;

	private final InstantSource clock;

	Writing(Notifications notifications, NotificationList list, Tellings tellings, Preferring preferring,
			Announcing announcing, InstantSource clock) {
		this.notifications = notifications;
		this.list = list;
		this.tellings = tellings;
		this.preferring = preferring;
		this.announcing = announcing;
		this.clock = clock;
	}

	void write(Person person, News news) {
		var choice = this.preferring.of(person.id()).choice(news.kind());
		if (choice.isSilent() || this.tellings.knows(person.id(), news)) {
			return;
		}
		this.list.claim(person.id());
		var notification = open(person.id(), news)
			.orElseGet(() -> Notification.of(person.id(), news, choice, this.clock.instant()));
		var first = notification.isNew();
		notification.add(news);
		this.tellings.add(notification, news, this.clock.instant());
		this.announcing.announce(notification, unread(person, notification, first));
		Contended.write(() -> this.notifications.save(notification));
		if (first) {
			this.announcing.mail(notification, news, choice);
		}
	}

	private long unread(Person person, Notification notification, boolean first) {
		var known = this.list.unread(person.id(), person.audience());
		return (first && notification.isListed()) ? known + 1 : known;
	}

	private Optional<Notification> open(String userId, News news) {
		return Optional.ofNullable(Notification.groupOf(userId, news)).flatMap(this.list::lockOpen);
	}

	void takeBack(TellingRecord telling) {
		this.notifications.findById(telling.notificationId())
			.filter((notification) -> !notification.isRead())
			.ifPresent((notification) -> takeBack(telling, notification));
	}

	private void takeBack(TellingRecord telling, Notification notification) {
		this.tellings.remove(telling);
		this.list.claim(notification.userId());
		if (notification.takeBack(this.tellings.actors(notification))) {
			this.notifications.save(notification);
			return;
		}
		this.notifications.delete(notification);
		this.announcing.gone(notification, this.list.unread(notification.userId()));
	}

}
