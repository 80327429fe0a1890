package org.parley.notification.notification;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;

import org.parley.notification.announcement.AnnounceNotification;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.readmodels.category.Rights;

import org.springframework.stereotype.Component;

/** Marks as read, deletes and restores the notifications of a user. */
@Component
public class ManageNotifications {

	private final Notifications notifications;

	private final NotificationList list;

	private final AnnounceNotification announceNotification;

	private final NotificationWording wording;

	private final UnitOfWork unitOfWork;

	private final InstantSource clock;

	ManageNotifications(Notifications notifications, NotificationList list, AnnounceNotification announceNotification,
			NotificationWording wording, UnitOfWork unitOfWork, InstantSource clock) {
		this.notifications = notifications;
		this.list = list;
		this.announceNotification = announceNotification;
		this.wording = wording;
		this.unitOfWork = unitOfWork;
		this.clock = clock;
	}

	Notification markRead(String id, Caller caller) {
		return this.unitOfWork.run(() -> {
			var notification = find(id, caller, Notification::isListed);
			if (notification.isRead()) {
				return notification;
			}
			this.list.claim(List.of(caller.id()));
			notification.markRead(this.clock.instant());
			this.notifications.save(notification);
			publishRead(notification, caller);
			return notification;
		});
	}

	/** Marks a page in a transaction, since people who come back late have very many. */
	void markAllRead(Caller caller) {
		var newest = this.notifications.findNewestUnread(caller.id()).orElse("");
		boolean more;
		do {
			more = this.unitOfWork.run(() -> markPageRead(newest, caller));
		}
		while (more);
	}

	private boolean markPageRead(String newest, Caller caller) {
		this.list.claim(List.of(caller.id()));
		var more = this.notifications.markRead(caller.id(), newest, this.clock.instant());
		if (!more) {
			this.announceNotification.publishRead(caller.id(), null, countUnread(caller));
		}
		return more;
	}

	/**
	 * Marks the notifications about a social post and its comments as read. Most readers
	 * have none, so a query without a transaction comes first.
	 */
	void markSocialPostRead(String userId, String postId) {
		var about = Notifications.aboutSocialPost(postId);
		if (!this.notifications.hasUnread(userId, about)) {
			return;
		}
		this.unitOfWork.run(() -> {
			this.list.claim(List.of(userId));
			this.notifications.markUnlistedRead(userId, about, this.clock.instant());
			var unread = this.notifications.findUnread(userId, about);
			unread.forEach((notification) -> {
				notification.markRead(this.clock.instant());
				this.notifications.save(notification);
			});
			var count = this.list.countUnread(userId);
			unread.forEach((read) -> this.announceNotification.publishRead(userId, read.id(), count));
		});
	}

	void delete(String id, Caller caller) {
		this.unitOfWork.run(() -> {
			var notification = find(id, caller, Notification::isListed);
			this.list.claim(List.of(caller.id()));
			notification.delete(this.clock.instant());
			this.notifications.save(notification);
			if (!notification.isRead()) {
				publishRead(notification, caller);
			}
		});
	}

	Notification restore(String id, Caller caller) {
		return this.unitOfWork.run(() -> {
			var notification = find(id, caller, (deleted) -> deleted.isRestorable(this.clock.instant()));
			this.list.claim(List.of(caller.id()));
			notification.restore((group) -> this.notifications.findOpen(List.of(group)).isEmpty());
			if (!notification.isRead()) {
				notification.announcement(this.wording.view(notification), countUnread(caller) + 1)
					.ifPresent(this.announceNotification::publish);
			}
			return this.notifications.save(notification);
		});
	}

	private Notification find(String id, Caller caller, Predicate<Notification> present) {
		return this.list.find(id, caller.id(), Rights.of(caller))
			.filter(present)
			.orElseThrow(() -> RefusalException.notFound("notification.not-found", "The notification does not exist."));
	}

	private void publishRead(Notification notification, Caller caller) {
		this.announceNotification.publishRead(caller.id(), notification.id(), countUnread(caller));
	}

	private long countUnread(Caller caller) {
		return this.list.countUnread(caller.id(), Rights.of(caller));
	}

}
