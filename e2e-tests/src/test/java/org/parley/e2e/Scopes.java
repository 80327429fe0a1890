package org.parley.e2e;

import java.util.List;

/** What personal tokens may be used for. */
final class Scopes {

	private static final List<String> USERS = List.of("profile", "threads:read", "threads:write", "notifications");

	private static final List<String> MODERATORS = List.of("profile", "threads:read", "threads:write", "notifications",
			"moderation");

	private static final List<String> ADMINS = List.of("profile", "threads:read", "threads:write", "notifications",
			"moderation", "admin");

	private Scopes() {
	}

	/** All that somebody may give to a token who may use the endpoint. */
	static List<String> of(Endpoint endpoint) {
		return switch (endpoint.who()) {
			case ANYONE, USER, OWNER -> USERS;
			case MODERATOR -> MODERATORS;
			case ADMIN -> ADMINS;
		};
	}

}
