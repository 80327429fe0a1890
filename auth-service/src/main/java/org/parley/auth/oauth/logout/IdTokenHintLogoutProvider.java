package org.parley.auth.oauth.logout;

import org.parley.auth.oauth.person.IdTokenHints;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;

/**
 * Accepts sign-out requests with an ID token that the app received here.
 *
 * @see <a href="https://openid.net/specs/openid-connect-rpinitiated-1_0.html">OpenID
 * Connect RP-Initiated Logout</a>
 */
public final class IdTokenHintLogoutProvider implements AuthenticationProvider {

	private final RegisteredClientRepository apps;

	private final IdTokenHints hints;

	public IdTokenHintLogoutProvider(RegisteredClientRepository apps, IdTokenHints hints) {
		this.apps = apps;
		this.hints = hints;
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return OidcLogoutAuthenticationToken.class.isAssignableFrom(authentication);
	}

	@Override
	public Authentication authenticate(Authentication authentication) {
		var request = (OidcLogoutAuthenticationToken) authentication;
		var hint = this.hints.read(request.getIdTokenHint())
			.orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_TOKEN));
		var app = app(hint);
		if (request.getClientId() != null && !request.getClientId().equals(app.getClientId())) {
			throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
		}
		var redirectUri = request.getPostLogoutRedirectUri();
		if (redirectUri != null && !app.getPostLogoutRedirectUris().contains(redirectUri)) {
			throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
		}
		var token = new OidcIdToken(hint.getTokenValue(), hint.getIssuedAt(), hint.getExpiresAt(), hint.getClaims());
		return new OidcLogoutAuthenticationToken(token, (Authentication) request.getPrincipal(), null,
				app.getClientId(), redirectUri, request.getState());
	}

	private RegisteredClient app(Jwt hint) {
		var app = this.apps.findByClientId(hint.getAudience().getFirst());
		if (app == null) {
			throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_TOKEN);
		}
		return app;
	}

}
