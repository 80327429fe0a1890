package org.parley.summary.discussion.thread;

import java.util.Optional;

import org.parley.platform.domain.Caller;

/**
 * A reference to an account, as in events.
 *
 * @param id the account's id
 * @param username the username, unique without regard to case
 */
public record SummaryPerson(String id, String username, String displayName) {

	/** Returns the caller; empty for clients without a user. */
	public static Optional<SummaryPerson> of(Caller caller) {
		return Optional.of(new SummaryPerson(caller.id(), caller.username(), caller.displayName()))
			.filter((person) -> !person.username().isBlank() && !person.displayName().isBlank());
	}

}
