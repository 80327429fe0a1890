package org.parley.notification.notification;

import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.notification.person.RecipientPeople;
import org.parley.notification.person.RecipientPerson;

/**
 * Whom to tell.
 *
 * @param userId who, when that is known
 * @param username what they are called, when only that is known
 */
record Recipient(@Nullable String userId, @Nullable String username) {

	static Recipient of(String userId) {
		return new Recipient(userId, null);
	}

	static Recipient named(String username) {
		return new Recipient(null, username.toLowerCase(Locale.ROOT));
	}

	Optional<RecipientPerson> in(RecipientPeople recipientPeople) {
		if (this.userId != null) {
			return recipientPeople.byId(this.userId);
		}
		return (this.username != null) ? recipientPeople.byName(this.username) : Optional.empty();
	}

	String key() {
		return (this.userId != null) ? this.userId : "@" + this.username;
	}

}
