package org.parley.notification.announcement;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.notification.NotificationRead;
import org.parley.notification.mail.MailTemplate;
import org.parley.notification.mail.NewMail;
import org.parley.notification.mail.SendMail;
import org.parley.notification.news.PersonalNews;
import org.parley.notification.push.QueuePush;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Publishes the events of notifications, and queues mails and pushes about new ones. */
@Component
public class AnnounceNotification {

	private final SendMail sendMail;

	private final QueuePush queuePush;

	private final ApplicationEventPublisher events;

	AnnounceNotification(SendMail sendMail, QueuePush queuePush, ApplicationEventPublisher events) {
		this.sendMail = sendMail;
		this.queuePush = queuePush;
		this.events = events;
	}

	/** Publishes the event of a notification that is announced live. */
	public void publish(NotificationCreated created) {
		this.events.publishEvent(created);
	}

	/**
	 * Publishes that a notification was read, deleted or withdrawn.
	 * @param notificationId null for all of the user
	 */
	public void publishRead(String userId, @Nullable String notificationId, long unread) {
		this.events.publishEvent(new NotificationRead(userId, notificationId, unread));
	}

	/**
	 * Queues a new notification for the devices of its user.
	 * @param earliest when it may be sent; null for at once
	 */
	public void push(String userId, NotificationView view, Locale locale, @Nullable Instant earliest) {
		this.queuePush.queue(userId, view.id(), view.title(), view.link(), locale, earliest);
	}

	/**
	 * Queues a mail about a new notification.
	 * @param earliest when the mail may be sent; null for at once
	 */
	public void sendMail(PersonalNews news, NotificationView view, @Nullable Instant earliest) {
		var values = new HashMap<>(Map.of("title", view.title(), "link", view.link(), "kind", view.kind().json()));
		news.news().threadTitle().ifPresent((title) -> values.put("subject", title));
		if (view.kind().isConversation() && view.actors().size() == 1) {
			values.put("author", view.actors().getFirst().displayName());
		}
		this.sendMail.send(NewMail.toPerson(news.key(), MailTemplate.NOTIFICATION, news.userId(), values)
			.repeating(view.id())
			.notBefore(earliest));
	}

}
