package org.parley.summary.discussion;

import java.util.Optional;

import org.parley.platform.security.Caller;

/**
 * A person as events name them.
 *
 * @param id the person's id
 * @param username unique, without regard to case
 * @param displayName as shown to others
 */
public record SummaryPerson(String id, String username, String displayName) {

	/** The caller, unless it is a program without a name. */
	public static Optional<SummaryPerson> of(Caller caller) {
		return Optional.of(new SummaryPerson(caller.id(), caller.username(), caller.displayName()))
			.filter((person) -> !person.username().isBlank() && !person.displayName().isBlank());
	}

}
