package org.parley.moderation.subject;

import org.parley.platform.security.Caller;

/**
 * A person as events name them.
 *
 * @param id never changes
 * @param username unique without regard to case
 * @param displayName as shown to others
 */
public record AuthorReference(String id, String username, String displayName) {

	public static AuthorReference of(Caller caller) {
		return new AuthorReference(caller.id(), caller.username(), caller.displayName());
	}

}
