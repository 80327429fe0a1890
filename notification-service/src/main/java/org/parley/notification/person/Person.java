package org.parley.notification.person;

import java.util.List;
import java.util.Locale;

import org.parley.notification.category.Audience;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Somebody who can be told something.
 *
 * @param id given by auth-service
 * @param usernameKey their username without regard to case
 * @param displayName as shown to others
 * @param roles all of them
 * @param version of the account
 */
@Document("people")
public record Person(@Id String id, String usernameKey, String displayName, List<String> roles, long version) {

	static String key(String username) {
		return username.toLowerCase(Locale.ROOT);
	}

	/** What they may read. */
	public Audience audience() {
		return Audience.of(this.roles);
	}

}
