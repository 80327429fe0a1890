package org.parley.auth.account.personaltoken;

import java.util.Arrays;
import java.util.Optional;

import org.parley.auth.user.Role;

/** The scopes of personal access tokens, limited by the owner's role. */
enum PersonalTokenScope {

	/** Read the own account, including the mail address. */
	PROFILE("profile", Role.USER),
	/** Read everything that the owner may read. */
	THREADS_READ("threads:read", Role.USER),
	/** Write, vote and report. */
	THREADS_WRITE("threads:write", Role.USER),
	/** Read conversations. */
	CHAT_READ("chat:read", Role.USER),
	/** Write in conversations. */
	CHAT_WRITE("chat:write", Role.USER),
	/** Read the feed and what followed people show. */
	SOCIAL_READ("social:read", Role.USER),
	/** Post, comment, react, follow and block. */
	SOCIAL_WRITE("social:write", Role.USER),
	/** Upload pictures, and see and change the own ones. */
	MEDIA_WRITE("media:write", Role.USER),
	/** Read notifications and mark them as read. */
	NOTIFICATIONS("notifications", Role.USER),
	/** Moderate. */
	MODERATION("moderation", Role.MODERATOR),
	/** Administer. */
	ADMIN("admin", Role.ADMIN);

	private final String text;

	private final Role required;

	PersonalTokenScope(String text, Role required) {
		this.text = text;
		this.required = required;
	}

	/** Parses the name used in tokens and API answers. */
	static Optional<PersonalTokenScope> of(String text) {
		return Arrays.stream(values()).filter((scope) -> scope.text.equals(text)).findAny();
	}

	boolean isPermittedTo(Role role) {
		return role.compareTo(this.required) >= 0;
	}

	/** The name used in tokens and API answers. */
	String text() {
		return this.text;
	}

}
