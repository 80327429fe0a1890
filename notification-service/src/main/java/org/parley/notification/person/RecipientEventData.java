package org.parley.notification.person;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What auth-service tells of a person: in every event about one, or as a snapshot.
 *
 * @param user who
 * @param roles all of them
 * @param version of the account
 */
public record RecipientEventData(Account user, List<String> roles, long version) {

	/** The same of somebody who may not sign in, even if it does not say so. */
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
	 * Somebody, as events about their account show them.
	 *
	 * @param id never changes
	 * @param username unique without regard to case
	 * @param displayName as shown to others
	 * @param status {@code active} or {@code banned}; null in events of before there were
	 * bans
	 */
	public record Account(String id, String username, String displayName, @Nullable String status) {
	}

}
