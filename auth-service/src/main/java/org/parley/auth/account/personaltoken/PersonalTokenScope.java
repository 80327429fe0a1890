package org.parley.auth.account.personaltoken;

import java.util.Arrays;
import java.util.Optional;

import org.parley.auth.user.Role;

/** What a personal access token may be used for, at most what its owner may do. */
enum PersonalTokenScope {

	/** To read the own account, mail address included. */
	PROFILE("profile", Role.USER),
	/** To read what the owner may read. */
	THREADS_READ("threads:read", Role.USER),
	/** To write, vote and report. */
	THREADS_WRITE("threads:write", Role.USER),
	/** To read notifications and mark them. */
	NOTIFICATIONS("notifications", Role.USER),
	/** To moderate. */
	MODERATION("moderation", Role.MODERATOR),
	/** To administrate. */
	ADMIN("admin", Role.ADMIN);

	private final String text;

	private final Role needed;

	PersonalTokenScope(String text, Role needed) {
		this.text = text;
		this.needed = needed;
	}

	/** The scope that tokens name so. */
	static Optional<PersonalTokenScope> of(String text) {
		return Arrays.stream(values()).filter((scope) -> scope.text.equals(text)).findAny();
	}

	boolean isFor(Role role) {
		return role.compareTo(this.needed) >= 0;
	}

	/** The name in tokens and answers. */
	String text() {
		return this.text;
	}

}
