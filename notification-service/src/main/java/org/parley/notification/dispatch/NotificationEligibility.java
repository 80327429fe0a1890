package org.parley.notification.dispatch;

import java.util.Optional;

import org.parley.notification.category.NotificationCategories;
import org.parley.notification.follow.FollowedTargets;
import org.parley.notification.news.NotificationNews;
import org.parley.notification.news.NotificationPlace;
import org.parley.notification.news.ThreadLocator;
import org.parley.notification.person.RecipientPerson;
import org.parley.notification.preference.NotificationKind;

import org.springframework.stereotype.Component;

/** Decides whether a user may receive news. */
@Component
class NotificationEligibility {

	private final NotificationCategories notificationCategories;

	private final ThreadLocator threadLocator;

	private final FollowedTargets followedTargets;

	NotificationEligibility(NotificationCategories notificationCategories, ThreadLocator threadLocator,
			FollowedTargets followedTargets) {
		this.notificationCategories = notificationCategories;
		this.threadLocator = threadLocator;
		this.followedTargets = followedTargets;
	}

	/** The same news at the current place of its thread. */
	NotificationNews atCurrentPlace(NotificationNews news) {
		return (news.place() != null) ? news.in(this.threadLocator.currentPlace(news.place())) : news;
	}

	/**
	 * Whether a user may receive news; empty while the readers of its category are
	 * unknown.
	 */
	Optional<Boolean> mayReceive(RecipientPerson person, NotificationNews news) {
		var place = news.place();
		if (place == null) {
			return Optional.of(isAddressee(person, news));
		}
		if (isGone(news.kind(), place)) {
			return Optional.of(false);
		}
		return this.notificationCategories.mayRead(place.categoryId(), person.audience())
			.map((mayRead) -> mayRead && isAddressee(person, news));
	}

	/** Moderators also decide on posts in hidden and removed threads. */
	private boolean isGone(NotificationKind kind, NotificationPlace place) {
		return kind != NotificationKind.MODERATION && this.threadLocator.isGone(place.threadId());
	}

	private boolean isAddressee(RecipientPerson person, NotificationNews news) {
		return !isActor(person, news) && accepts(person, news);
	}

	private static boolean isActor(RecipientPerson person, NotificationNews news) {
		return news.actor() != null && news.actor().id().equals(person.id());
	}

	/**
	 * Deleted users receive nothing; banned users and users who muted the place receive
	 * no conversation news.
	 */
	private boolean accepts(RecipientPerson person, NotificationNews news) {
		if (!news.kind().isConversation()) {
			return !person.isGone();
		}
		return person.isActive() && !isMuted(person, news);
	}

	private boolean isMuted(RecipientPerson person, NotificationNews news) {
		var place = news.place();
		return place != null
				&& this.followedTargets.isMuted(person.id(), place.threadId(), place.categoryId(), place.tags());
	}

}
