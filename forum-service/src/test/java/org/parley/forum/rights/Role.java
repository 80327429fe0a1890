package org.parley.forum.rights;

import org.parley.forum.Somebody;

/**
 * A column of the table. By what a category says of roles, each may what those before it
 * may.
 */
enum Role {

	GUEST, MEMBER, AUTHOR, MODERATOR_ELSEWHERE, MODERATOR_HERE, MODERATOR, ADMIN;

	/** Somebody new of this role. */
	Somebody somebody() {
		return switch (this) {
			case GUEST -> Somebody.GUEST;
			case MEMBER, AUTHOR, MODERATOR_ELSEWHERE, MODERATOR_HERE -> Somebody.with();
			case MODERATOR -> Somebody.with("moderator");
			case ADMIN -> Somebody.with("admin");
		};
	}

}
