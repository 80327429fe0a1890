package org.parley.notification.notification;

import java.util.List;
import java.util.function.BiPredicate;

import org.jspecify.annotations.Nullable;
import org.parley.notification.category.NotificationCategories;
import org.parley.notification.mailinglist.ListReaders;
import org.parley.notification.news.Actor;
import org.parley.notification.news.NewsAudience;
import org.parley.notification.news.NewsRelevance;
import org.parley.notification.person.RecipientPeople;
import org.parley.notification.person.RecipientPerson;
import org.parley.notification.preference.MailTiming;
import org.parley.notification.preference.NotificationKind;
import org.parley.notification.preference.Preferences;
import org.parley.notification.preference.UserPreferences;

import org.springframework.stereotype.Component;

/** Reads again what a mail or a push is about before it is sent. */
@Component
class StoredNewsRelevance implements NewsRelevance {

	private final Notifications notifications;

	private final NotificationCategories notificationCategories;

	private final RecipientPeople recipientPeople;

	private final NewsAudience newsAudience;

	private final ListReaders listReaders;

	private final UserPreferences userPreferences;

	StoredNewsRelevance(Notifications notifications, NotificationCategories notificationCategories,
			RecipientPeople recipientPeople, NewsAudience newsAudience, ListReaders listReaders,
			UserPreferences userPreferences) {
		this.notifications = notifications;
		this.notificationCategories = notificationCategories;
		this.recipientPeople = recipientPeople;
		this.newsAudience = newsAudience;
		this.listReaders = listReaders;
		this.userPreferences = userPreferences;
	}

	@Override
	public boolean isMailed(String about) {
		if (RecipientPeople.isAboutBan(about)) {
			return this.recipientPeople.isBanned(about);
		}
		return ListReaders.isAboutPost(about) ? this.listReaders.mayGet(about)
				: isRelevant(about, (preferences, kind) -> preferences.choice(kind).mail() != MailTiming.NONE);
	}

	@Override
	public boolean isPushed(String about) {
		return isRelevant(about, Preferences::isPushed);
	}

	private boolean isRelevant(String notificationId, BiPredicate<Preferences, NotificationKind> wanted) {
		return this.notifications.findById(notificationId)
			.filter((notification) -> !notification.isRead() && !notification.isDeleted())
			.filter(this::isReadable)
			.filter(this::isPermitted)
			.filter((notification) -> wanted.test(this.userPreferences.get(notification.userId()), notification.kind()))
			.isPresent();
	}

	/** Banned users receive no mail about conversations. */
	private boolean isReadable(Notification notification) {
		return this.recipientPeople.findById(notification.userId())
			.filter((recipientPerson) -> notification.kind().isConversation() ? recipientPerson.isActive()
					: !recipientPerson.isGone())
			.filter((recipientPerson) -> mayRead(recipientPerson, notification.categoryId()))
			.isPresent();
	}

	/** A block between the user and all actors, or a hidden social post, forbids it. */
	private boolean isPermitted(Notification notification) {
		var userId = notification.userId();
		var postId = notification.socialPostId();
		var actorIds = notification.actors().stream().map(Actor::id).toList();
		return (postId == null || !this.newsAudience.readersOf(postId, List.of(userId)).isEmpty())
				&& (actorIds.isEmpty() || !notification.kind().isConversation()
						|| !this.newsAudience.metBy(userId, actorIds).isEmpty());
	}

	private boolean mayRead(RecipientPerson recipientPerson, @Nullable String category) {
		return category == null
				|| this.notificationCategories.mayRead(category, recipientPerson.rights()).orElse(false);
	}

}
