package org.parley.notification.mailinglist;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.parley.notification.category.NotificationCategories;
import org.parley.notification.follow.FollowedTargets.UserPlace;
import org.parley.notification.follow.FollowedTargets;
import org.parley.notification.news.NewsAudience;
import org.parley.notification.news.NotificationPlace;
import org.parley.notification.news.ThreadLocator;
import org.parley.notification.person.RecipientPeople;
import org.parley.notification.person.RecipientPerson;

import org.springframework.stereotype.Component;

/** Decides who may get a post by mail, when it is queued and again when it is sent. */
@Component
public class ListReaders {

	private static final Pattern SUBJECT = Pattern.compile("post:([^:]{1,40}):([^:]{1,40}):([^:]{1,40})");

	private final ThreadLocator threadLocator;

	private final RecipientPeople recipientPeople;

	private final NotificationCategories notificationCategories;

	private final FollowedTargets followedTargets;

	private final NewsAudience newsAudience;

	ListReaders(ThreadLocator threadLocator, RecipientPeople recipientPeople,
			NotificationCategories notificationCategories, FollowedTargets followedTargets, NewsAudience newsAudience) {
		this.threadLocator = threadLocator;
		this.recipientPeople = recipientPeople;
		this.notificationCategories = notificationCategories;
		this.followedTargets = followedTargets;
		this.newsAudience = newsAudience;
	}

	/** The subject of a mail about a post, by which it is checked again. */
	static String about(ListPost post, String userId) {
		return "post:%s:%s:%s".formatted(post.id(), userId, post.authorId());
	}

	/** Whether a mail is about a post, and not about a notification. */
	public static boolean isAboutPost(String about) {
		return SUBJECT.matcher(about).matches();
	}

	/** Whether the recipient of a mail may still get its post. */
	public boolean mayGet(String about) {
		var subject = SUBJECT.matcher(about);
		return subject.matches() && this.threadLocator.findPlace(subject.group(1))
			.filter((place) -> !permitted(List.of(subject.group(2)), place, subject.group(3)).isEmpty())
			.isPresent();
	}

	/** Whether it is known who may read a category. */
	boolean knows(String categoryId) {
		return this.notificationCategories.findRights().byId().containsKey(categoryId);
	}

	/** The present place of a post, if readers see it. */
	Optional<NotificationPlace> findPlace(ListPost post) {
		return this.threadLocator.findPlace(post.id());
	}

	/**
	 * The people among some who may read the place, have not muted it, and are not
	 * separated from the author by a block.
	 */
	List<String> permitted(Collection<String> userIds, NotificationPlace place, String authorId) {
		var rights = this.notificationCategories.findRights();
		var readers = this.recipientPeople.findAll(userIds, List.of())
			.stream()
			.filter(RecipientPerson::isActive)
			.filter((person) -> !person.id().equals(authorId))
			.filter((person) -> rights.mayRead(place.categoryId(), person.rights()).orElse(false))
			.map(RecipientPerson::id)
			.toList();
		if (readers.isEmpty()) {
			return readers;
		}
		var places = readers.stream().map((id) -> new UserPlace(id, place)).toList();
		var muted = this.followedTargets.findMuted(places).stream().map(UserPlace::userId).collect(Collectors.toSet());
		var met = new HashSet<>(this.newsAudience.metBy(authorId, readers));
		return readers.stream().filter((id) -> met.contains(id) && !muted.contains(id)).sorted().toList();
	}

}
