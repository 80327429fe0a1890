package org.parley.auth.oauth.token;

import java.net.MalformedURLException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.parley.auth.oauth.person.BrowserUsers;
import org.parley.auth.oauth.token.LiveGrants.Found;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenIntrospection;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenIntrospectionAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * Introspects tokens of confidential clients. Tokens of other clients are reported as
 * inactive.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7662">RFC 7662</a>
 */
final class IntrospectionProvider implements AuthenticationProvider {

	private final LiveGrants grants;

	private final BrowserUsers browserUsers;

	IntrospectionProvider(LiveGrants grants, BrowserUsers browserUsers) {
		this.grants = grants;
		this.browserUsers = browserUsers;
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return OAuth2TokenIntrospectionAuthenticationToken.class.isAssignableFrom(authentication);
	}

	@Override
	public Authentication authenticate(Authentication authentication) {
		var request = (OAuth2TokenIntrospectionAuthenticationToken) authentication;
		var app = OAuthErrors.confidential(request);
		var said = this.grants.find(request.getToken())
			.filter((found) -> isFor(app, found.grant()))
			.filter(this::isActive)
			.map(IntrospectionProvider::claims)
			.orElseGet(() -> OAuth2TokenIntrospection.builder().build());
		return new OAuth2TokenIntrospectionAuthenticationToken(request.getToken(),
				(Authentication) request.getPrincipal(), said);
	}

	private static boolean isFor(RegisteredClient app, OAuth2Authorization grant) {
		return app.getId().equals(grant.getRegisteredClientId());
	}

	private boolean isActive(Found found) {
		var access = found.access();
		if (access == null) {
			return this.browserUsers.findAdmitted(found.grant().getPrincipalName()).isPresent();
		}
		return !(access.getClaims().get("ver") instanceof Number version)
				|| this.browserUsers.isTokenValid(access.getSubject(), version.longValue());
	}

	private static OAuth2TokenIntrospection claims(Found found) {
		return (found.access() != null) ? access(found.access()) : refresh(found.grant());
	}

	private static OAuth2TokenIntrospection access(Jwt token) {
		Map<String, Object> claims = new HashMap<>(token.getClaims());
		claims.put("iss", url(token.getClaimAsString("iss")));
		claims.put("scope", List.of(token.getClaimAsString("scope").split(" ")));
		claims.put("username", token.getClaimAsString("preferred_username"));
		claims.values().removeIf((value) -> value == null);
		return OAuth2TokenIntrospection.withClaims(claims)
			.active(true)
			.tokenType(claims.containsKey("cnf") ? "DPoP" : "Bearer")
			.build();
	}

	private static OAuth2TokenIntrospection refresh(OAuth2Authorization grant) {
		var token = java.util.Objects.requireNonNull(grant.getRefreshToken()).getToken();
		var said = OAuth2TokenIntrospection.builder(true)
			.subject(grant.getPrincipalName())
			.scopes((scopes) -> scopes.addAll(grant.getAuthorizedScopes()));
		return times(said, token).build();
	}

	private static OAuth2TokenIntrospection.Builder times(OAuth2TokenIntrospection.Builder said,
			OAuth2RefreshToken token) {
		if (token.getIssuedAt() != null) {
			said.issuedAt(token.getIssuedAt());
		}
		if (token.getExpiresAt() != null) {
			said.expiresAt(token.getExpiresAt());
		}
		return said;
	}

	private static java.net.URL url(String issuer) {
		try {
			return URI.create(issuer).toURL();
		}
		catch (MalformedURLException ex) {
			throw new IllegalStateException("The issuer must be a URL", ex);
		}
	}

}
