package org.parley.notification.dispatch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.notification.category.NotificationCategories;
import org.parley.notification.news.AddressedNews;
import org.parley.notification.news.GroupKey;
import org.parley.notification.news.NewsAudience;
import org.parley.notification.news.NotificationNews;
import org.parley.notification.news.PersonalNews;
import org.parley.notification.news.Recipient;
import org.parley.notification.notification.StoreNotifications;
import org.parley.notification.person.RecipientPeople;
import org.parley.notification.person.RecipientPerson;

import org.springframework.stereotype.Component;

/**
 * Dispatches news to each recipient once, according to their preferences and rights. Runs
 * in the transaction of the event, and reads and writes for all recipients together. News
 * is deferred while the recipient or the readers of the category are unknown.
 */
@Component
public class NotificationDispatcher {

	private final RecipientPeople recipientPeople;

	private final NotificationCategories notificationCategories;

	private final NotificationEligibility eligibility;

	private final NewsAudience newsAudience;

	private final DeferredNews deferredNews;

	private final StoreNotifications storeNotifications;

	NotificationDispatcher(RecipientPeople recipientPeople, NotificationCategories notificationCategories,
			NotificationEligibility eligibility, NewsAudience newsAudience, DeferredNews deferredNews,
			StoreNotifications storeNotifications) {
		this.recipientPeople = recipientPeople;
		this.notificationCategories = notificationCategories;
		this.eligibility = eligibility;
		this.newsAudience = newsAudience;
		this.deferredNews = deferredNews;
		this.storeNotifications = storeNotifications;
	}

	public void notifyUser(String userId, NotificationNews news) {
		dispatch(List.of(news.toUser(userId)));
	}

	/** Notifies all users who have one of the roles. */
	public void notifyRoles(NotificationNews news, String... roles) {
		notifyAll(news, this.recipientPeople.findByRole(roles).stream());
	}

	/** Notifies the moderators of the place of the news, by role and by appointment. */
	public void notifyModerators(NotificationNews news) {
		var place = news.place();
		var appointed = (place != null) ? this.notificationCategories.findModerators(place.categoryId())
				: Set.<String>of();
		var people = Stream.concat(this.recipientPeople.findByRole("moderator", "admin").stream(),
				this.recipientPeople.findAll(appointed, List.of()).stream());
		notifyAll(news, people.distinct());
	}

	/** Banned and closed accounts keep their roles, but have no use for their news. */
	private void notifyAll(NotificationNews news, Stream<RecipientPerson> people) {
		dispatchTo(people.filter(RecipientPerson::isActive).map((person) -> new PersonalNews(person, news)).toList())
			.forEach(this.deferredNews::add);
	}

	/** Notifies the recipients; a user is notified for the first news of a source. */
	public void dispatch(List<AddressedNews> all) {
		dispatchIfDecidable(all).forEach(this.deferredNews::add);
	}

	/** Whether a user has unread notifications about posts of a thread up to a number. */
	public boolean hasUnread(String userId, String threadId, int upTo) {
		return this.storeNotifications.hasUnread(userId, threadId, upTo);
	}

	/**
	 * Marks the notifications of a user about posts of a thread up to a number as read.
	 */
	public void markRead(String userId, String threadId, int upTo) {
		this.storeNotifications.markRead(userId, threadId, upTo);
	}

	/**
	 * Marks the notifications of a user about posts of a thread up to the answered one as
	 * read, and adds no news to the others.
	 */
	public void markAnswered(String userId, String threadId, int number) {
		this.storeNotifications.markAnswered(userId, threadId, number);
	}

	/**
	 * Withdraws the unread notifications about a source, one page per call.
	 * @param after where the last page ended; null for the first page
	 * @return where this page ends, empty after the last page
	 */
	public Optional<String> withdraw(String source, @Nullable String after) {
		this.deferredNews.removeBySource(source);
		return this.storeNotifications.withdraw(source, after);
	}

	/** Withdraws all unread notifications about a source. */
	public void withdrawAll(String source) {
		var page = withdraw(source, null);
		while (page.isPresent()) {
			page = withdraw(source, page.get());
		}
	}

	/** Withdraws all unread notifications about a source, which may notify again. */
	public void forget(String source) {
		withdrawAll(source);
		this.storeNotifications.forget(source);
	}

	/** Withdraws the unread mentions of some users, by their usernames. */
	public void withdrawMentions(String source, Set<String> usernames) {
		var userIds = this.recipientPeople.findAll(List.of(), usernames)
			.stream()
			.map(RecipientPerson::id)
			.collect(Collectors.toUnmodifiableSet());
		this.deferredNews.removeMentions(source, (recipient) -> isOneOf(recipient, userIds, usernames));
		this.storeNotifications.withdrawMentions(source, userIds);
	}

	/** Withdraws the unread mentions of all users except some. */
	public void retainMentions(String source, Set<String> userIds) {
		this.deferredNews.removeMentions(source, (recipient) -> !isOneOf(recipient, userIds, Set.of()));
		this.storeNotifications.retainMentions(source, userIds);
	}

	private static boolean isOneOf(Recipient recipient, Set<String> userIds, Set<String> usernames) {
		return (recipient.userId() != null) ? userIds.contains(recipient.userId())
				: recipient.username() != null && usernames.contains(recipient.username());
	}

	/** The social posts about which a user has notifications. */
	public Set<String> findSocialPosts(String userId) {
		return this.storeNotifications.findSocialPosts(userId);
	}

	/** The users who have notifications about a social post. */
	public Set<String> findRecipients(String socialPostId) {
		return this.storeNotifications.findRecipients(socialPostId);
	}

	/**
	 * Removes the notifications about a social post of those, among some users, who may
	 * not see it.
	 */
	public void withdrawFromStrangers(String socialPostId, Collection<String> recipients) {
		var strangers = new HashSet<>(recipients);
		this.newsAudience.readersOf(socialPostId, recipients).forEach(strangers::remove);
		this.storeNotifications.removeAbout(socialPostId, strangers);
	}

	/** Withdraws the unread news of a group whose sources are not among some. */
	public void retain(GroupKey group, Set<String> sources) {
		this.deferredNews.retain(group, sources);
		this.storeNotifications.retain(group, sources);
	}

	/**
	 * Notifies the recipients who may receive the news.
	 * @return the news for which that cannot be decided yet
	 */
	List<AddressedNews> dispatchIfDecidable(List<AddressedNews> all) {
		if (all.isEmpty()) {
			return List.of();
		}
		var people = findPeople(all);
		var undecided = new ArrayList<AddressedNews>();
		var personal = new ArrayList<PersonalNews>();
		all.forEach((one) -> Optional.ofNullable(people.get(one.recipient().key()))
			.ifPresentOrElse((person) -> personal.add(new PersonalNews(person, one.news())), () -> undecided.add(one)));
		undecided.addAll(dispatchTo(personal));
		return undecided;
	}

	/** The known recipients, by both keys. */
	private Map<String, RecipientPerson> findPeople(List<AddressedNews> all) {
		var people = new HashMap<String, RecipientPerson>();
		this.recipientPeople
			.findAll(all.stream().flatMap((one) -> Stream.ofNullable(one.recipient().userId())).toList(),
					all.stream().flatMap((one) -> Stream.ofNullable(one.recipient().username())).toList())
			.forEach((person) -> {
				people.put(Recipient.of(person.id()).key(), person);
				people.put(Recipient.named(person.usernameKey()).key(), person);
			});
		return people;
	}

	private List<AddressedNews> dispatchTo(List<PersonalNews> all) {
		var eligible = this.eligibility.findEligible(all);
		if (eligible.isEmpty()) {
			return List.of();
		}
		var rights = this.notificationCategories.findRights();
		this.storeNotifications
			.store(eligible.stream().filter((order) -> order.mayBeRead(rights).orElse(false)).toList(), rights);
		return eligible.stream()
			.filter((order) -> order.mayBeRead(rights).isEmpty())
			.map((order) -> order.news().news().toUser(order.news().userId()))
			.toList();
	}

}
