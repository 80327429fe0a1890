package org.parley.notification.notification;

import java.util.ArrayList;
import java.util.Locale;

import org.parley.notification.announcement.NotificationView;
import org.parley.notification.contact.Contacts;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Renders notifications in the language of their users. */
@Component
class NotificationWording {

	private static final int MAX_TITLE = 300;

	private final MessageSource messages;

	private final Contacts contacts;

	NotificationWording(MessageSource messages, Contacts contacts) {
		this.messages = messages;
		this.contacts = contacts;
	}

	NotificationView view(Notification notification) {
		return view(notification, this.contacts.localeOf(notification.userId()));
	}

	NotificationView view(Notification notification, Locale locale) {
		return new NotificationView(notification.id(), notification.kind(), title(notification, locale),
				notification.body(), notification.link(), notification.actors(), notification.count(),
				notification.isRead(), notification.createdAt());
	}

	private String title(Notification notification, Locale locale) {
		var arguments = new ArrayList<Object>();
		arguments.add(notification.count());
		arguments.add(notification.actors().isEmpty() ? "" : notification.actors().getFirst().displayName());
		notification.values().forEach((value) -> arguments.add(translate(notification, value, locale)));
		var title = this.messages.getMessage("notification." + notification.wording() + ".title", arguments.toArray(),
				locale);
		return (title.length() <= MAX_TITLE) ? title : title.substring(0, MAX_TITLE - 1) + "…";
	}

	/** Translates values that have a message of their own, such as roles. */
	private String translate(Notification notification, String value, Locale locale) {
		return String.valueOf(this.messages.getMessage("notification." + notification.wording() + ".word." + value,
				null, value, locale));
	}

}
