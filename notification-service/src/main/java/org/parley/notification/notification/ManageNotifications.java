package org.parley.notification.notification;

import java.time.InstantSource;
import java.util.function.Predicate;

import org.parley.notification.category.NotificationAudience;
import org.parley.notification.category.NotificationCategories;
import org.parley.platform.security.Caller;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** What people do with what they were told. */
@Component
class ManageNotifications {

	private final Notifications notifications;

	private final NotificationList list;

	private final NotificationCategories notificationCategories;

	private final AnnounceNotification announceNotification;

	private final UnitOfWork work;

	private final InstantSource clock;

	ManageNotifications(Notifications notifications, NotificationList list,
			NotificationCategories notificationCategories, AnnounceNotification announceNotification, UnitOfWork work,
			InstantSource clock) {
		this.notifications = notifications;
		this.list = list;
		this.notificationCategories = notificationCategories;
		this.announceNotification = announceNotification;
		this.work = work;
		this.clock = clock;
	}

	/** Marks one as read. */
	Notification read(String id, Caller caller) {
		return this.work.run(() -> {
			var notification = own(id, caller, Notification::isListed);
			if (notification.isRead()) {
				return notification;
			}
			this.list.claim(caller.id());
			notification.read(this.clock.instant());
			this.notifications.save(notification);
			this.announceNotification.gone(notification, unread(caller));
			return notification;
		});
	}

	/** Marks all as read. */
	void readAll(Caller caller) {
		this.work.run(() -> {
			this.list.claim(caller.id());
			this.list.readAll(caller.id(), this.clock.instant());
			this.announceNotification.allRead(caller.id(), unread(caller));
			return true;
		});
	}

	void delete(String id, Caller caller) {
		this.work.run(() -> {
			var notification = own(id, caller, Notification::isListed);
			this.list.claim(caller.id());
			notification.delete(this.clock.instant());
			this.notifications.save(notification);
			if (!notification.isRead()) {
				this.announceNotification.gone(notification, unread(caller));
			}
			return true;
		});
	}

	Notification restore(String id, Caller caller) {
		return this.work.run(() -> {
			var notification = own(id, caller, (deleted) -> deleted.isRestorable(this.clock.instant()));
			this.list.claim(caller.id());
			notification.restore();
			if (!notification.isRead()) {
				this.announceNotification.announce(notification, unread(caller) + 1);
			}
			return this.notifications.save(notification);
		});
	}

	private Notification own(String id, Caller caller, Predicate<Notification> present) {
		return this.notifications.findById(id)
			.filter((notification) -> notification.userId().equals(caller.id()))
			.filter(present)
			.filter((notification) -> mayRead(notification, caller))
			.orElseThrow(() -> ProblemException.notFound("notification.not-found", "There is no such notification."));
	}

	private boolean mayRead(Notification notification, Caller caller) {
		var category = notification.categoryId();
		return category == null
				|| this.notificationCategories.mayRead(category, NotificationAudience.of(caller.roles())).orElse(false);
	}

	private long unread(Caller caller) {
		return this.list.unread(caller.id(), NotificationAudience.of(caller.roles()));
	}

}
