package org.parley.notification.notification;

import java.util.Map;

import org.parley.notification.contact.Contact;
import org.parley.notification.contact.Contacts;
import org.parley.notification.mail.Mailing;
import org.parley.notification.mail.NewMail;
import org.parley.notification.mail.Template;
import org.parley.notification.preference.Choice;
import org.parley.notification.preference.Timing;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Says to others what somebody is told. */
@Component
class Announcing {

	private final Wording wording;

	private final Contacts contacts;

	private final Mailing mailing;

	private final ApplicationEventPublisher events;

	Announcing(Wording wording, Contacts contacts, Mailing mailing, ApplicationEventPublisher events) {
		this.wording = wording;
		this.contacts = contacts;
		this.mailing = mailing;
		this.events = events;
	}

	void announce(Notification notification, long unread) {
		notification.announce(this.wording.view(notification), unread);
	}

	void gone(Notification notification, long unread) {
		this.events.publishEvent(new NotificationRead(notification.userId(), notification.id(), unread));
	}

	/** They have read all. */
	void allRead(String userId, long unread) {
		this.events.publishEvent(new NotificationRead(userId, null, unread));
	}

	/** Only to an address that is theirs, or may yet turn out to be. */
	void mail(Notification notification, News news, Choice choice) {
		var verified = this.contacts.of(notification.userId()).map(Contact::verified).orElse(true);
		if (choice.mail() == Timing.NOW && verified) {
			var view = this.wording.view(notification);
			var key = notification.userId() + ":" + news.source();
			this.mailing.send(NewMail
				.toPerson(key, Template.NOTIFICATION, notification.userId(),
						Map.of("title", view.title(), "link", view.link(), "kind", news.kind().json()))
				.repeating(notification.id()));
		}
	}

}
