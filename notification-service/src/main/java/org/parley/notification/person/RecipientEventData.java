package org.parley.notification.person;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An account in events and snapshots of auth-service.
 *
 * @param user the account
 * @param roles all roles
 * @param version of the account
 */
public record RecipientEventData(Account user, List<String> roles, long version) {

	/** The same account with the status {@code banned}. */
	public RecipientEventData banned() {
		return new RecipientEventData(
				new Account(this.user.id(), this.user.username(), this.user.displayName(), RecipientPerson.BANNED),
				this.roles, this.version);
	}

	RecipientPerson person() {
		return new RecipientPerson(this.user.id(), RecipientPerson.key(this.user.username()), this.user.displayName(),
				this.roles, this.version, this.user.status());
	}

	/**
	 * An account.
	 *
	 * @param id of the account
	 * @param username unique, ignoring case
	 * @param displayName the display name
	 * @param status {@code active} or {@code banned}; null in events that do not change
	 * it
	 */
	public record Account(String id, String username, String displayName, @Nullable String status) {
	}

}
