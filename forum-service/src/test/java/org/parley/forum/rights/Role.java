package org.parley.forum.rights;

import org.parley.platform.test.client.TestUser;

/**
 * A column of the rights table. By category settings, each role has at least the rights
 * of the roles before it.
 */
enum Role {

	GUEST, MEMBER, AUTHOR, MODERATOR_ELSEWHERE, MODERATOR_HERE, MODERATOR, ADMIN;

	/** Creates a user with this role. */
	TestUser newUser() {
		return switch (this) {
			case GUEST -> TestUser.GUEST;
			case MEMBER, AUTHOR, MODERATOR_ELSEWHERE, MODERATOR_HERE -> TestUser.with();
			case MODERATOR -> TestUser.with("moderator");
			case ADMIN -> TestUser.with("admin");
		};
	}

}
