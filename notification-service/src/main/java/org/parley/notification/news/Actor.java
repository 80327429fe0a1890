package org.parley.notification.news;

import java.util.Map;

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

	/**
	 * The same user with the name that they have now, if it is among some, by their ids.
	 */
	public Actor named(Map<String, String> names) {
		return new Actor(this.id, this.username, names.getOrDefault(this.id, this.displayName));
	}

}
