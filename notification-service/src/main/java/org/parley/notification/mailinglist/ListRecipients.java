package org.parley.notification.mailinglist;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.parley.notification.contact.Contact;
import org.parley.notification.contact.Contacts;
import org.parley.notification.preference.UserPreferences;

import org.springframework.stereotype.Component;

/** The people who want every post, and when they want no mail. */
@Component
class ListRecipients {

	private final UserPreferences userPreferences;

	private final Contacts contacts;

	private final InstantSource clock;

	ListRecipients(UserPreferences userPreferences, Contacts contacts, InstantSource clock) {
		this.userPreferences = userPreferences;
		this.contacts = contacts;
		this.clock = clock;
	}

	/** The next people who want the post, in the order of their ids. */
	List<String> findPage(ListPost post, int limit) {
		return this.userPreferences.findWantingPosts(post.place().categoryId(), post.after(), limit);
	}

	/** The ends of the quiet hours of those among some who have them now. */
	Map<String, Instant> findQuietEnds(List<String> userIds) {
		var now = this.clock.instant();
		var contactsByUser = this.contacts.findAll(userIds);
		return this.userPreferences.findAll(userIds)
			.values()
			.stream()
			.flatMap((preferences) -> preferences
				.findQuietEnd(now, Contact.zoneOf(contactsByUser.get(preferences.userId())))
				.map((end) -> Map.entry(preferences.userId(), end))
				.stream())
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

}
