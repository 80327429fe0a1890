package org.parley.platform.security;

import java.util.List;
import java.util.Set;

import org.springframework.security.oauth2.jwt.Jwt;

/**
 * The claims of an access token that describe its {@link Caller}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9068">RFC 9068</a>
 */
public final class CallerClaims {

	private CallerClaims() {
	}

	/** Reads the claims of a verified token. */
	public static Caller callerOf(Jwt token) {
		var username = text(token, "preferred_username");
		var name = token.hasClaim("name") ? text(token, "name") : username;
		return new Caller(text(token, "sub"), username, name, text(token, "sid"), Set.copyOf(roles(token)),
				Set.of(text(token, "scope").split(" ")));
	}

	private static List<String> roles(Jwt token) {
		var roles = token.getClaimAsStringList("roles");
		return (roles != null) ? roles : List.of();
	}

	private static String text(Jwt token, String claim) {
		var value = token.getClaimAsString(claim);
		return (value != null) ? value : "";
	}

}
