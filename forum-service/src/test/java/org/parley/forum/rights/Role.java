package org.parley.forum.rights;

import org.parley.forum.Somebody;

/**
 * A column of the rights table. By category settings, each role has at least the rights
 * of the roles before it.
 */
enum Role {

	GUEST, MEMBER, AUTHOR, MODERATOR_ELSEWHERE, MODERATOR_HERE, MODERATOR, ADMIN;

	/** Creates a user with this role. */
	Somebody newUser() {
		return switch (this) {
			case GUEST -> Somebody.GUEST;
			case MEMBER, AUTHOR, MODERATOR_ELSEWHERE, MODERATOR_HERE -> Somebody.with();
			case MODERATOR -> Somebody.with("moderator");
			case ADMIN -> Somebody.with("admin");
		};
	}

}
