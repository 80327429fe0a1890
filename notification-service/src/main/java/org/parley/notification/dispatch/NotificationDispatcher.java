package org.parley.notification.dispatch;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.notification.news.NotificationNews;
import org.parley.notification.notification.StoreNotification;
import org.parley.notification.person.RecipientPeople;
import org.parley.notification.person.RecipientPerson;
import org.parley.notification.preference.UserPreferences;

import org.springframework.stereotype.Component;

/**
 * Dispatches news to each recipient once, according to their preferences and rights. Runs
 * in the transaction of the event. News is deferred while the recipient or the readers of
 * the category are unknown.
 */
@Component
public class NotificationDispatcher {

	private final RecipientPeople recipientPeople;

	private final NotificationEligibility eligibility;

	private final UserPreferences userPreferences;

	private final DeferredNews deferredNews;

	private final StoreNotification storeNotification;

	NotificationDispatcher(RecipientPeople recipientPeople, NotificationEligibility eligibility,
			UserPreferences userPreferences, DeferredNews deferredNews, StoreNotification storeNotification) {
		this.recipientPeople = recipientPeople;
		this.eligibility = eligibility;
		this.userPreferences = userPreferences;
		this.deferredNews = deferredNews;
		this.storeNotification = storeNotification;
	}

	/** Notifies the user with this id. */
	public void notifyUser(String userId, NotificationNews news) {
		dispatchOrDefer(Recipient.of(userId), news);
	}

	/** Notifies the user with this username. */
	public void notifyUsername(String username, NotificationNews news) {
		dispatchOrDefer(Recipient.named(username), news);
	}

	/** Notifies all users who have one of the roles. */
	public void notifyRoles(NotificationNews news, String... roles) {
		this.recipientPeople.findByRole(roles).forEach((person) -> notifyUser(person.id(), news));
	}

	/**
	 * Withdraws the unread notifications about a source, one page per call.
	 * @param after where the last page ended; null for the first page
	 * @return where this page ends, empty after the last page
	 */
	public Optional<String> withdraw(String source, @Nullable String after) {
		this.deferredNews.removeBySource(source);
		return this.storeNotification.withdraw(source, after);
	}

	private void dispatchOrDefer(Recipient recipient, NotificationNews news) {
		if (!dispatch(recipient, news)) {
			this.deferredNews.add(recipient, news);
		}
	}

	/**
	 * Stores a notification if the recipient may receive the news.
	 * @return false if that cannot be decided yet
	 */
	boolean dispatch(Recipient recipient, NotificationNews news) {
		var person = recipient.find(this.recipientPeople);
		if (person.isEmpty()) {
			return false;
		}
		var current = this.eligibility.atCurrentPlace(news);
		var mayReceive = this.eligibility.mayReceive(person.get(), current);
		mayReceive.filter((may) -> may).ifPresent((_) -> store(person.get(), current));
		return mayReceive.isPresent();
	}

	private void store(RecipientPerson person, NotificationNews news) {
		var choice = this.userPreferences.get(person.id()).choice(news.kind());
		if (!choice.isSilent()) {
			this.storeNotification.store(person, news, choice);
		}
	}

}
