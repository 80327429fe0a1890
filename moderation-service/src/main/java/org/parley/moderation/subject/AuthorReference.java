package org.parley.moderation.subject;

import org.parley.contracts.PersonReference;
import org.parley.platform.domain.Caller;

/**
 * A reference to an account, as in events.
 *
 * @param username the username, unique without regard to case
 */
public record AuthorReference(String id, String username, String displayName) {

	public static AuthorReference of(PersonReference person) {
		return new AuthorReference(person.id(), person.username(), person.displayName());
	}

	public static AuthorReference of(Caller caller) {
		return new AuthorReference(caller.id(), caller.username(), caller.displayName());
	}

	/** The person as named in events. */
	public PersonReference reference() {
		return new PersonReference(this.id, this.username, this.displayName);
	}

}
