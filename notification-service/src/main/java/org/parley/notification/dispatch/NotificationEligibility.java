package org.parley.notification.dispatch;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

import org.parley.notification.contact.Contacts;
import org.parley.notification.follow.FollowedTargets;
import org.parley.notification.follow.FollowedTargets.UserPlace;
import org.parley.notification.news.NewNotification;
import org.parley.notification.news.NewsAudience;
import org.parley.notification.news.PersonalNews;
import org.parley.notification.news.ThreadLocator;
import org.parley.notification.notification.StoreNotifications;
import org.parley.notification.preference.Preferences;
import org.parley.notification.preference.UserPreferences;

import org.springframework.stereotype.Component;

/**
 * Decides which users receive news, except for the rights of the category. Each kind of
 * record is loaded once for all users.
 */
@Component
class NotificationEligibility {

	private final StoreNotifications storeNotifications;

	private final ThreadLocator threadLocator;

	private final NewsAudience newsAudience;

	private final FollowedTargets followedTargets;

	private final UserPreferences userPreferences;

	private final Contacts contacts;

	NotificationEligibility(StoreNotifications storeNotifications, ThreadLocator threadLocator,
			NewsAudience newsAudience, FollowedTargets followedTargets, UserPreferences userPreferences,
			Contacts contacts) {
		this.storeNotifications = storeNotifications;
		this.threadLocator = threadLocator;
		this.newsAudience = newsAudience;
		this.followedTargets = followedTargets;
		this.userPreferences = userPreferences;
		this.contacts = contacts;
	}

	/** The notifications to store, at the current places of their threads. */
	List<NewNotification> findEligible(List<PersonalNews> all) {
		var accepted = all.stream().filter(NotificationEligibility::isAccepted).toList();
		var fresh = this.newsAudience.permitted(this.threadLocator.locate(this.storeNotifications.findNew(accepted)));
		if (fresh.isEmpty()) {
			return List.of();
		}
		var muted = this.followedTargets.findMuted(fresh.stream().flatMap(NotificationEligibility::place).toList());
		var heard = fresh.stream().filter((news) -> place(news).noneMatch(muted::contains)).toList();
		return inChosenChannels(heard);
	}

	/**
	 * Deleted users receive nothing; banned users receive no conversation news, and
	 * actors none about themselves.
	 */
	private static boolean isAccepted(PersonalNews news) {
		var person = news.person();
		return !news.isCausedByRecipient()
				&& (news.news().kind().isConversation() ? person.isActive() : !person.isGone());
	}

	/** The place of conversation news, which users can mute. */
	private static Stream<UserPlace> place(PersonalNews news) {
		var place = news.news().place();
		return (place != null && news.news().kind().isConversation()) ? Stream.of(new UserPlace(news.userId(), place))
				: Stream.empty();
	}

	private List<NewNotification> inChosenChannels(List<PersonalNews> all) {
		var userIds = all.stream().map(PersonalNews::userId).distinct().toList();
		var preferences = this.userPreferences.findAll(userIds);
		var known = this.contacts.findAll(userIds);
		var keys = new HashSet<String>();
		return all.stream()
			.map((news) -> new NewNotification(news,
					preferences.getOrDefault(news.userId(), Preferences.defaults(news.userId())),
					known.get(news.userId())))
			.filter((order) -> !order.isSilent())
			.filter((order) -> keys.add(order.news().key()))
			.toList();
	}

}
