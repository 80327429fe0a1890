package org.parley.notification.news;

import java.util.Map;

import org.parley.contracts.PersonReference;
import org.parley.notification.person.RecipientPerson;

/**
 * The user who caused an event.
 *
 * @param username unique, ignoring case
 */
public record Actor(String id, String username, String displayName) {

	public static Actor of(PersonReference person) {
		return new Actor(person.id(), person.username(), person.displayName());
	}

	/** The same user with the names of now, if the user is among some, by their ids. */
	public Actor named(Map<String, RecipientPerson> people) {
		var now = people.get(this.id);
		return (now != null) ? new Actor(this.id, now.usernameAfter(this.username), now.displayName()) : this;
	}

	/** The path of the user's profile. */
	public String profile() {
		return "/people/" + this.username;
	}

}
