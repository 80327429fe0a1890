package org.parley.notification.person;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.parley.notification.category.NotificationAudience;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Somebody who can be told something.
 *
 * @param id given by auth-service
 * @param usernameKey their username without regard to case
 * @param displayName as shown to others
 * @param roles all of them
 * @param version of the account
 * @param status whether they may sign in; null when nobody has said
 */
@Document("people")
public record RecipientPerson(@Id String id, String usernameKey, String displayName, List<String> roles, long version,
		@Nullable String status) {

	static final String BANNED = "banned";

	static String key(String username) {
		return username.toLowerCase(Locale.ROOT);
	}

	/** Whether the account is there no more. */
	public boolean isGone() {
		return this.roles.isEmpty();
	}

	/** Whether they may come and read what they are told. */
	public boolean isWelcome() {
		return !isGone() && !BANNED.equals(this.status);
	}

	/** What they may read. */
	public NotificationAudience audience() {
		return NotificationAudience.of(this.roles);
	}

}
