package org.parley.notification.person;

import org.parley.platform.readmodels.category.Audience;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.account.AccountEvent;
import org.parley.contracts.account.UserBanned;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A user who can receive notifications.
 *
 * @param usernameKey the username in lower case
 * @param roles all roles; empty if the account is deleted
 * @param status {@code active} or {@code banned}; null if unknown
 */
@Document("people")
@CompoundIndex(def = "{'usernameKey': 1}")
@CompoundIndex(def = "{'roles': 1}")
public record RecipientPerson(@Id String id, String usernameKey, String displayName, List<String> roles, long version,
		@Nullable String status) {

	static final String BANNED = "banned";

	/** Older events about bans have no status. */
	static RecipientPerson of(AccountEvent event) {
		var user = event.user();
		return new RecipientPerson(user.id(), key(user.username()), user.displayName(), event.roles(), event.version(),
				(event instanceof UserBanned) ? BANNED : user.status());
	}

	static String key(String username) {
		return username.toLowerCase(Locale.ROOT);
	}

	/** Whether the account is deleted. */
	public boolean isGone() {
		return this.roles.isEmpty();
	}

	/** Whether the account is neither deleted nor banned. */
	public boolean isActive() {
		return !isGone() && !BANNED.equals(this.status);
	}

	/** The audience that the user belongs to. */
	public Audience audience() {
		return Audience.ofRoles(this.roles);
	}

}
