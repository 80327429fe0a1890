package org.parley.notification.person;

import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.readmodels.category.Rights;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

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
 * @param username as its owner writes it; null in older documents
 * @param roles all roles; empty if the account is deleted
 * @param groups the ids of the groups that the user belongs to
 * @param status {@code active} or {@code banned}; null if unknown
 */
@Document("people")
@CompoundIndex(def = "{'usernameKey': 1}")
@CompoundIndex(def = "{'roles': 1}")
public record RecipientPerson(@Id String id, String usernameKey, @Nullable String username, String displayName,
		List<String> roles, List<String> groups, long version, @Nullable String status) {

	/** Old documents have no groups. */
	public RecipientPerson {
		groups = Objects.requireNonNullElse(groups, List.of());
	}

	private static final String BANNED = "banned";

	private static final String ACTIVE = "active";

	/** Older events about bans have no status. */
	static RecipientPerson of(AccountEvent event) {
		var user = event.user();
		return new RecipientPerson(user.id(), key(user.username()), user.username(), user.displayName(), event.roles(),
				user.groups(), event.version(), (event instanceof UserBanned) ? BANNED : user.status());
	}

	static String key(String username) {
		return username.toLowerCase(Locale.ROOT);
	}

	/**
	 * The username as its owner writes it. Older documents know only its key, which may
	 * be that of an earlier spelling.
	 */
	public String usernameAfter(String spelling) {
		if (this.username != null) {
			return this.username;
		}
		return key(spelling).equals(this.usernameKey) ? spelling : this.usernameKey;
	}

	/** Whether the account is deleted. */
	public boolean isGone() {
		return this.roles.isEmpty();
	}

	/** Whether the user moderates all that members may read. */
	public boolean isModerator() {
		return this.roles.contains("moderator") || this.roles.contains("admin");
	}

	public boolean isBanned() {
		return BANNED.equals(this.status);
	}

	/** Whether the account is neither deleted, closed nor banned. */
	public boolean isActive() {
		return !isGone() && (this.status == null || this.status.equals(ACTIVE));
	}

	/** The rights by role and groups. */
	public Rights rights() {
		return new Rights(Audience.ofRoles(this.roles), Set.copyOf(this.groups), Set.of());
	}

}
