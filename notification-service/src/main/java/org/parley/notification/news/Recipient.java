package org.parley.notification.news;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A recipient, by id or by username.
 *
 * @param userId the id; null if only the username is known
 * @param username the lower-case username; null if the id is known
 */
public record Recipient(@Nullable String userId, @Nullable String username) {

	public static Recipient of(String userId) {
		return new Recipient(userId, null);
	}

	public static Recipient named(String username) {
		return new Recipient(null, username.toLowerCase(Locale.ROOT));
	}

	/** A key that is unique among recipients. */
	public String key() {
		return (this.userId != null) ? this.userId : "@" + this.username;
	}

}
