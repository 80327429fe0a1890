package org.parley.e2e;

import java.util.List;

import org.parley.platform.test.endpoint.Endpoint;

/** The scopes of personal tokens. */
final class Scopes {

	private static final List<String> USERS = List.of("profile", "threads:read", "threads:write", "chat:read",
			"chat:write", "social:read", "social:write", "media:write", "notifications", "webhooks");

	private static final List<String> MODERATORS = List.of("profile", "threads:read", "threads:write", "chat:read",
			"chat:write", "social:read", "social:write", "media:write", "notifications", "webhooks", "moderation");

	private static final List<String> ADMINS = List.of("profile", "threads:read", "threads:write", "chat:read",
			"chat:write", "social:read", "social:write", "media:write", "notifications", "webhooks", "moderation",
			"admin");

	private Scopes() {
	}

	/** Returns all scopes that a user of the endpoint may grant. */
	static List<String> of(Endpoint endpoint) {
		return switch (endpoint.grantor()) {
			case ANYONE, USER, OWNER, MEMBER -> USERS;
			case MODERATOR -> MODERATORS;
			case ADMIN -> ADMINS;
		};
	}

}
