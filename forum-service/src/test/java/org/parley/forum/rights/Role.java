package org.parley.forum.rights;

import org.parley.forum.Somebody;

/** A column of the table; each has the rights of those before it, by its role alone. */
enum Role {

	GUEST, MEMBER, AUTHOR, MODERATOR, ADMIN;

	/** Somebody new of this role. */
	Somebody somebody() {
		return switch (this) {
			case GUEST -> Somebody.GUEST;
			case MEMBER, AUTHOR -> Somebody.with();
			case MODERATOR -> Somebody.with("moderator");
			case ADMIN -> Somebody.with("admin");
		};
	}

}
