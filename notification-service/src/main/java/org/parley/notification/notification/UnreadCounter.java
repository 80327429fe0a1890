package org.parley.notification.notification;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.parley.notification.mail.NewMail;
import org.parley.notification.person.RecipientPeople;
import org.parley.notification.person.RecipientPerson;
import org.parley.notification.preference.NotificationKind;

import org.springframework.stereotype.Component;

/** What people have not read. */
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

	/** The latest of some kinds that a person has not read, as lines of a mail. */
	public List<NewMail.Item> by(String userId, Collection<NotificationKind> kinds, Instant since, Instant until) {
		return this.recipientPeople.byId(userId)
			.filter(RecipientPerson::isWelcome)
			.stream()
			.flatMap((person) -> this.list.unread(person, kinds, since, until).stream())
			.map(this.notificationWording::view)
			.map((view) -> new NewMail.Item(view.title(), view.link(), view.id()))
			.toList();
	}

}
