package org.parley.summary.discussion.thread;

import java.util.Optional;

import org.parley.contracts.PersonReference;
import org.parley.platform.domain.Caller;

/**
 * A reference to an account, as in events.
 *
 * @param username the username, unique without regard to case
 */
public record SummaryPerson(String id, String username, String displayName) {

	/** The person as named in events. */
	public PersonReference reference() {
		return new PersonReference(this.id, this.username, this.displayName);
	}

	/** Returns the caller; empty for clients without a user. */
	public static Optional<SummaryPerson> of(Caller caller) {
		return Optional.of(new SummaryPerson(caller.id(), caller.username(), caller.displayName()))
			.filter((person) -> !person.username().isBlank() && !person.displayName().isBlank());
	}

}
