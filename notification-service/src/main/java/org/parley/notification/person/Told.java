package org.parley.notification.person;

import java.util.List;

/**
 * What auth-service tells of a person: in every event about one, or as a snapshot.
 *
 * @param user who
 * @param roles all of them
 * @param version of the account
 */
public record Told(Account user, List<String> roles, long version) {

	Person person() {
		return new Person(this.user.id(), Person.key(this.user.username()), this.user.displayName(), this.roles,
				this.version);
	}

	/**
	 * Somebody, as events about their account show them.
	 *
	 * @param id never changes
	 * @param username unique without regard to case
	 * @param displayName as shown to others
	 */
	public record Account(String id, String username, String displayName) {
	}

}
