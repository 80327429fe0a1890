package org.parley.notification.notification;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.notification.category.NotificationCategories;
import org.parley.notification.follow.FollowedTargets;
import org.parley.notification.person.RecipientPeople;
import org.parley.notification.person.RecipientPerson;
import org.parley.notification.preference.NotificationKind;

import org.springframework.stereotype.Component;

/**
 * Tells people news, once each, as they want it and as far as they may read it. Part of
 * the transaction of whatever happened. What cannot be decided yet, since the person or
 * the category is not known, waits.
 */
@Component
public class NotificationDispatcher {

	/** How many are taken back in one transaction. */
	private static final int PART = 50;

	private final RecipientPeople recipientPeople;

	private final NotificationCategories notificationCategories;

	private final ThreadLocator threadLocator;

	private final FollowedTargets followedTargets;

	private final NotificationReceipts notificationReceipts;

	private final DeferredNews late;

	private final StoreNotification storeNotification;

	NotificationDispatcher(RecipientPeople recipientPeople, NotificationCategories notificationCategories,
			ThreadLocator threadLocator, FollowedTargets followedTargets, NotificationReceipts notificationReceipts,
			DeferredNews late, StoreNotification storeNotification) {
		this.recipientPeople = recipientPeople;
		this.notificationCategories = notificationCategories;
		this.threadLocator = threadLocator;
		this.followedTargets = followedTargets;
		this.notificationReceipts = notificationReceipts;
		this.late = late;
		this.storeNotification = storeNotification;
	}

	/** Tells a person. */
	public void tell(String userId, NotificationNews notificationNews) {
		if (!told(Recipient.of(userId), notificationNews)) {
			this.late.keep(Recipient.of(userId), notificationNews);
		}
	}

	/** Tells whoever has this name, unless it is the one who caused it. */
	public void tellByName(String username, NotificationNews notificationNews) {
		if (!told(Recipient.named(username), notificationNews)) {
			this.late.keep(Recipient.named(username), notificationNews);
		}
	}

	/** Tells all who have one of these roles. */
	public void tellAll(NotificationNews notificationNews, String... roles) {
		this.recipientPeople.withRole(roles).forEach((recipientPerson) -> tell(recipientPerson.id(), notificationNews));
	}

	/**
	 * What was told of it and is not read is there no more: a part of it, for it may have
	 * been told to many.
	 * @param after where the part before ended; null at the start
	 * @return where this part ends, unless it was the last
	 */
	public Optional<String> takeBack(String source, @Nullable String after) {
		this.late.forget(source);
		var part = this.notificationReceipts.of(source, after, PART);
		part.forEach(this.storeNotification::takeBack);
		return (part.size() == PART) ? Optional.of(part.getLast().id()) : Optional.empty();
	}

	/** Whether it is settled: told, or never to be told. */
	boolean told(Recipient recipient, NotificationNews heard) {
		var recipientPerson = recipient.in(this.recipientPeople);
		if (recipientPerson.isEmpty()) {
			return false;
		}
		var notificationPlace = (heard.place() != null) ? this.threadLocator.now(heard.place()) : null;
		if (notificationPlace == null) {
			tell(recipientPerson.get(), heard);
			return true;
		}
		if (isGone(heard.kind(), notificationPlace)) {
			return true;
		}
		var mayRead = this.notificationCategories.mayRead(notificationPlace.categoryId(),
				recipientPerson.get().audience());
		mayRead.filter((may) -> may).ifPresent((_) -> tell(recipientPerson.get(), heard.in(notificationPlace)));
		return mayRead.isPresent();
	}

	/** Moderators decide on posts of threads that others do not see any more. */
	private boolean isGone(NotificationKind notificationKind, NotificationPlace notificationPlace) {
		return notificationKind != NotificationKind.MODERATION
				&& this.threadLocator.isGone(notificationPlace.threadId());
	}

	private void tell(RecipientPerson recipientPerson, NotificationNews notificationNews) {
		if (!isCause(recipientPerson, notificationNews) && hears(recipientPerson, notificationNews)) {
			this.storeNotification.write(recipientPerson, notificationNews);
		}
	}

	/** Who has left hears nothing, who is banned or has muted the place no talk. */
	private boolean hears(RecipientPerson recipientPerson, NotificationNews notificationNews) {
		if (!notificationNews.kind().isTalk()) {
			return !recipientPerson.isGone();
		}
		var notificationPlace = notificationNews.place();
		return recipientPerson.isWelcome()
				&& (notificationPlace == null || !this.followedTargets.isMuted(recipientPerson.id(),
						notificationPlace.threadId(), notificationPlace.categoryId(), notificationPlace.tags()));
	}

	private static boolean isCause(RecipientPerson recipientPerson, NotificationNews notificationNews) {
		return notificationNews.actor() != null && notificationNews.actor().id().equals(recipientPerson.id());
	}

}
