package org.parley.notification.news;

import org.parley.contracts.PersonReference;

/**
 * The user who caused an event.
 *
 * @param username unique, ignoring case
 */
public record Actor(String id, String username, String displayName) {

	public static Actor of(PersonReference person) {
		return new Actor(person.id(), person.username(), person.displayName());
	}

}
