package org.parley.notification.notification;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.parley.notification.mail.NewMail;
import org.parley.notification.person.RecipientPeople;
import org.parley.notification.person.RecipientPerson;
import org.parley.notification.preference.NotificationKind;

import org.springframework.stereotype.Component;

/** Finds unread notifications for digests. */
@Component
public class UnreadCounter {

	private final NotificationList list;

	private final RecipientPeople recipientPeople;

	private final NotificationWording notificationWording;

	UnreadCounter(NotificationList list, RecipientPeople recipientPeople, NotificationWording notificationWording) {
		this.list = list;
		this.recipientPeople = recipientPeople;
		this.notificationWording = notificationWording;
	}

	/** The latest unread notifications of some kinds, as items of a mail. */
	public List<NewMail.Item> findUnread(String userId, Collection<NotificationKind> kinds, Instant since,
			Instant until) {
		return this.recipientPeople.findById(userId)
			.filter(RecipientPerson::isActive)
			.stream()
			.flatMap((person) -> this.list.findUnread(person, kinds, since, until).stream())
			.map(this.notificationWording::view)
			.map((view) -> new NewMail.Item(view.title(), view.link(), view.id()))
			.toList();
	}

}
