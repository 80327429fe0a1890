package org.parley.platform.domain;

import java.util.HashSet;
import java.util.Set;

/**
 * The person behind a request. As a controller argument it requires a token; a nullable
 * argument is null for anonymous requests. A client without a person has no roles, name
 * or session.
 *
 * @param id the person's id ({@code sub})
 * @param username unique, case-insensitive
 * @param displayName as displayed to others
 * @param sessionId the session of the token ({@code sid})
 * @param roles {@code user}, {@code moderator}, {@code admin}: those of the person's
 * roles that the scopes cover, so that other tokens grant no moderator rights
 * @param scopes the scopes of the token
 * @param groups the ids of the person's groups
 */
public record Caller(String id, String username, String displayName, String sessionId, Set<String> roles,
		Set<String> scopes, Set<String> groups) {

	/** The scope of Parley's own clients, which includes all others. */
	public static final String FIRST_PARTY = "parley";

	private static final String USER = "user";

	private static final String MODERATOR = "moderator";

	private static final String ADMIN = "admin";

	public Caller {
		roles = covered(roles, scopes);
		groups = Set.copyOf(groups);
	}

	/** A caller without groups. */
	public Caller(String id, String username, String displayName, String sessionId, Set<String> roles,
			Set<String> scopes) {
		this(id, username, displayName, sessionId, roles, scopes, Set.of());
	}

	/** Whether a person is behind the request. */
	public boolean isPerson() {
		return !this.roles.isEmpty();
	}

	/** Whether the token has a scope. */
	public boolean covers(String scope) {
		return this.scopes.contains(FIRST_PARTY) || this.scopes.contains(scope);
	}

	public boolean isAdmin() {
		return this.roles.contains(ADMIN);
	}

	/** Whether the caller is a moderator or an admin. */
	public boolean isModerator() {
		return this.roles.contains(MODERATOR) || isAdmin();
	}

	private static Set<String> covered(Set<String> held, Set<String> scopes) {
		if (held.isEmpty() || scopes.contains(FIRST_PARTY)) {
			return Set.copyOf(held);
		}
		var covered = new HashSet<>(Set.of(USER));
		if (held.contains(ADMIN) && scopes.contains("admin")) {
			covered.add(ADMIN);
		}
		if ((held.contains(MODERATOR) || held.contains(ADMIN)) && scopes.contains("moderation")) {
			covered.add(MODERATOR);
		}
		return Set.copyOf(covered);
	}

}
