package org.parley.notification.notification;

import java.util.Map;

import org.parley.notification.contact.Contact;
import org.parley.notification.contact.Contacts;
import org.parley.notification.mail.MailTemplate;
import org.parley.notification.mail.NewMail;
import org.parley.notification.mail.SendMail;
import org.parley.notification.preference.ChannelChoice;
import org.parley.notification.preference.MailTiming;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Says to others what somebody is told. */
@Component
class AnnounceNotification {

	private final NotificationWording notificationWording;

	private final Contacts contacts;

	private final SendMail sendMail;

	private final ApplicationEventPublisher events;

	AnnounceNotification(NotificationWording notificationWording, Contacts contacts, SendMail sendMail,
			ApplicationEventPublisher events) {
		this.notificationWording = notificationWording;
		this.contacts = contacts;
		this.sendMail = sendMail;
		this.events = events;
	}

	void announce(Notification notification, long unread) {
		notification.announce(this.notificationWording.view(notification), unread);
	}

	void gone(Notification notification, long unread) {
		this.events.publishEvent(new NotificationRead(notification.userId(), notification.id(), unread));
	}

	/** They have read all. */
	void allRead(String userId, long unread) {
		this.events.publishEvent(new NotificationRead(userId, null, unread));
	}

	/** Only to an address that is theirs, or may yet turn out to be. */
	void mail(Notification notification, NotificationNews notificationNews, ChannelChoice channelChoice) {
		var verified = this.contacts.of(notification.userId()).map(Contact::verified).orElse(true);
		if (channelChoice.mail() == MailTiming.NOW && verified) {
			var view = this.notificationWording.view(notification);
			var key = notification.userId() + ":" + notificationNews.source();
			this.sendMail.send(
					NewMail
						.toPerson(key, MailTemplate.NOTIFICATION, notification.userId(),
								Map.of("title", view.title(), "link", view.link(), "kind",
										notificationNews.kind().json()))
						.repeating(notification.id()));
		}
	}

}
