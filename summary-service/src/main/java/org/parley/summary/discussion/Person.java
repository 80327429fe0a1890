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
public record Person(String id, String username, String displayName) {

	/** The caller, unless it is a program without a name. */
	public static Optional<Person> of(Caller caller) {
		return Optional.of(new Person(caller.id(), caller.username(), caller.displayName()))
			.filter((person) -> !person.username().isBlank() && !person.displayName().isBlank());
	}

}
