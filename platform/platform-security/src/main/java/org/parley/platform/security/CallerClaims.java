package org.parley.platform.security;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.parley.platform.domain.Caller;

import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;

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
		return new Caller(text(token, "sub"), username, name, text(token, "sid"), Set.copyOf(list(token, "roles")),
				Set.of(text(token, "scope").split(" ")), Set.copyOf(list(token, "groups")));
	}

	/** Validates the claims of an access token for one of these audiences. */
	public static OAuth2TokenValidator<Jwt> accessTokenOf(String issuer, Set<String> accepted) {
		var type = new JwtTypeValidator("at+jwt");
		var audience = new JwtClaimValidator<List<String>>("aud",
				(audiences) -> audiences != null && audiences.stream().anyMatch(accepted::contains));
		var subject = new JwtClaimValidator<String>("sub", (id) -> id != null && !id.isBlank());
		var end = new JwtClaimValidator<Instant>("exp", Objects::nonNull);
		return new DelegatingOAuth2TokenValidator<>(type, new JwtTimestampValidator(), new JwtIssuerValidator(issuer),
				audience, subject, end);
	}

	private static List<String> list(Jwt token, String claim) {
		var values = token.getClaimAsStringList(claim);
		return (values != null) ? values : List.of();
	}

	private static String text(Jwt token, String claim) {
		var value = token.getClaimAsString(claim);
		return (value != null) ? value : "";
	}

}
