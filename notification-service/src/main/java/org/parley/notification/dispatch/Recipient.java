package org.parley.notification.dispatch;

import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.notification.person.RecipientPeople;
import org.parley.notification.person.RecipientPerson;

/**
 * A recipient, by id or by username.
 *
 * @param userId the id; null if only the username is known
 * @param username the lower-case username; null if the id is known
 */
record Recipient(@Nullable String userId, @Nullable String username) {

	static Recipient of(String userId) {
		return new Recipient(userId, null);
	}

	static Recipient named(String username) {
		return new Recipient(null, username.toLowerCase(Locale.ROOT));
	}

	Optional<RecipientPerson> find(RecipientPeople recipientPeople) {
		if (this.userId != null) {
			return recipientPeople.findById(this.userId);
		}
		return (this.username != null) ? recipientPeople.findByUsername(this.username) : Optional.empty();
	}

	String key() {
		return (this.userId != null) ? this.userId : "@" + this.username;
	}

}
