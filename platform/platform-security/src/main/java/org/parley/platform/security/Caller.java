package org.parley.platform.security;

import java.util.List;
import java.util.Set;

import org.springframework.security.oauth2.jwt.Jwt;

/**
 * The person behind a request, as the access token says. A controller's argument: plain,
 * it demands a token; nullable, it is null for anonymous requests.
 *
 * @param id the person's id ({@code sub})
 * @param username unique, without regard to case
 * @param displayName as shown to others
 * @param sessionId the session that the token belongs to ({@code sid})
 * @param roles {@code user}, {@code moderator}, {@code admin}
 * @param scopes what the token may be used for
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9068">RFC 9068</a>
 */
public record Caller(String id, String username, String displayName, String sessionId, Set<String> roles,
		Set<String> scopes) {

	/** Reads the claims of a verified token. */
	public static Caller of(Jwt token) {
		var username = text(token, "preferred_username");
		var name = token.hasClaim("name") ? text(token, "name") : username;
		return new Caller(text(token, "sub"), username, name, text(token, "sid"), Set.copyOf(roles(token)),
				Set.of(text(token, "scope").split(" ")));
	}

	public boolean isAdmin() {
		return this.roles.contains("admin");
	}

	/** Whether the caller moderates; admins do, too. */
	public boolean isModerator() {
		return this.roles.contains("moderator") || isAdmin();
	}

	static List<String> roles(Jwt token) {
		var roles = token.getClaimAsStringList("roles");
		return (roles != null) ? roles : List.of();
	}

	private static String text(Jwt token, String claim) {
		var value = token.getClaimAsString(claim);
		return (value != null) ? value : "";
	}

}
