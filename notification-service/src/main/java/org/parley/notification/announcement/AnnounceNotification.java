package org.parley.notification.announcement;

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

/** Publishes read events and queues the mail about a new notification. */
@Component
public class AnnounceNotification {

	private final Contacts contacts;

	private final SendMail sendMail;

	private final ApplicationEventPublisher events;

	AnnounceNotification(Contacts contacts, SendMail sendMail, ApplicationEventPublisher events) {
		this.contacts = contacts;
		this.sendMail = sendMail;
		this.events = events;
	}

	/** Publishes that a notification was read, deleted or withdrawn. */
	public void publishRead(String userId, String notificationId, long unread) {
		this.events.publishEvent(new NotificationRead(userId, notificationId, unread));
	}

	/** Publishes that a user has read all notifications. */
	public void publishAllRead(String userId, long unread) {
		this.events.publishEvent(new NotificationRead(userId, null, unread));
	}

	/** Queues a mail if the user wants one at once and the address is not unverified. */
	public void sendMail(String userId, String source, NotificationView view, ChannelChoice choice) {
		var verified = this.contacts.find(userId).map(Contact::verified).orElse(true);
		if (choice.mail() == MailTiming.NOW && verified) {
			var values = Map.of("title", view.title(), "link", view.link(), "kind", view.kind().json());
			this.sendMail.send(NewMail.toPerson(userId + ":" + source, MailTemplate.NOTIFICATION, userId, values)
				.repeating(view.id()));
		}
	}

}
