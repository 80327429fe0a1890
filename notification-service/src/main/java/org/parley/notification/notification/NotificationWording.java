package org.parley.notification.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.parley.notification.announcement.NotificationView;
import org.parley.notification.contact.Contacts;
import org.parley.notification.contact.IsolatedText;
import org.parley.notification.news.Actor;
import org.parley.notification.person.RecipientPeople;
import org.parley.notification.person.RecipientPerson;
import org.parley.platform.domain.GraphemeClusters;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Renders notifications in the language of their users. */
@Component
class NotificationWording {

	/** In characters as people see them, more than a title of a thread has. */
	private static final int MAX_TITLE = 300;

	private final MessageSource messages;

	private final Contacts contacts;

	private final RecipientPeople people;

	NotificationWording(MessageSource messages, Contacts contacts, RecipientPeople people) {
		this.messages = messages;
		this.contacts = contacts;
		this.people = people;
	}

	/** Renders notifications of a user, with the present names of their actors. */
	List<NotificationView> views(String userId, List<Notification> notifications) {
		var locale = this.contacts.localeOf(userId);
		var ids = notifications.stream()
			.flatMap((notification) -> notification.actors().stream())
			.map(Actor::id)
			.collect(Collectors.toUnmodifiableSet());
		var present = this.people.findPresent(ids);
		return notifications.stream().map((notification) -> view(notification, locale, present)).toList();
	}

	/** Renders a notification with the present names of its actors. */
	NotificationView view(Notification notification) {
		return views(notification.userId(), List.of(notification)).getFirst();
	}

	/** Renders a notification of which an event has just told. */
	NotificationView view(Notification notification, Locale locale) {
		return view(notification, locale, Map.of());
	}

	private NotificationView view(Notification notification, Locale locale, Map<String, RecipientPerson> present) {
		var actors = notification.actors().stream().map((actor) -> actor.named(present)).toList();
		return new NotificationView(notification.id(), notification.kind(),
				title(this.messages, notification, actors, locale), notification.body(), link(notification, present),
				actors, notification.count(), notification.isRead(), notification.createdAt());
	}

	/** A link to the profile of an actor has the username of that time. */
	static String link(Notification notification, Map<String, RecipientPerson> present) {
		return notification.actors()
			.stream()
			.filter((actor) -> actor.profile().equals(notification.link()))
			.map((actor) -> actor.named(present).profile())
			.findFirst()
			.orElseGet(notification::link);
	}

	static String title(MessageSource messages, Notification notification, List<Actor> actors, Locale locale) {
		var arguments = new ArrayList<Object>();
		arguments.add(notification.count());
		arguments.add(actors.isEmpty() ? "" : IsolatedText.in(locale, actors.getFirst().displayName()));
		notification.values().forEach((value) -> arguments.add(translate(messages, notification, value, locale)));
		var title = messages.getMessage("notification." + notification.wording() + ".title", arguments.toArray(),
				locale);
		return GraphemeClusters.shorten(title, MAX_TITLE);
	}

	/** Translates values that have a message of their own, such as roles. */
	private static String translate(MessageSource messages, Notification notification, String value, Locale locale) {
		return String.valueOf(messages.getMessage("notification." + notification.wording() + ".word." + value, null,
				IsolatedText.in(locale, value), locale));
	}

}
