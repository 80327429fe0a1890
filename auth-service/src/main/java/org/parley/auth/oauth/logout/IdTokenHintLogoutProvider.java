package org.parley.auth.oauth.logout;

import java.util.Objects;

import org.parley.auth.oauth.person.BrowserUser;
import org.parley.auth.tokens.key.SigningKeyStore;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;

/**
 * Accepts sign-out requests with an ID token of the signed-in user. An expired ID token
 * is valid as long as the key that signed it is published.
 *
 * @see <a href="https://openid.net/specs/openid-connect-rpinitiated-1_0.html">OpenID
 * Connect RP-Initiated Logout</a>
 */
public final class IdTokenHintLogoutProvider implements AuthenticationProvider {

	private final RegisteredClientRepository apps;

	private final JwtDecoder decoder;

	public IdTokenHintLogoutProvider(RegisteredClientRepository apps, SigningKeyStore keys, String issuer) {
		this.apps = apps;
		var decoder = NimbusJwtDecoder.withJwkSource(keys).build();
		decoder.setJwtValidator(new JwtIssuerValidator(issuer));
		this.decoder = decoder;
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return OidcLogoutAuthenticationToken.class.isAssignableFrom(authentication);
	}

	@Override
	public Authentication authenticate(Authentication authentication) {
		var request = (OidcLogoutAuthenticationToken) authentication;
		var hint = decode(request.getIdTokenHint());
		var app = app(hint);
		if (request.getClientId() != null && !request.getClientId().equals(app.getClientId())) {
			throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
		}
		var redirectUri = request.getPostLogoutRedirectUri();
		if (redirectUri != null && !app.getPostLogoutRedirectUris().contains(redirectUri)) {
			throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
		}
		var principal = (Authentication) request.getPrincipal();
		if (principal instanceof BrowserUser browserUser && !browserUser.getName().equals(hint.getSubject())) {
			throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_TOKEN);
		}
		var token = new OidcIdToken(hint.getTokenValue(), hint.getIssuedAt(), hint.getExpiresAt(), hint.getClaims());
		return new OidcLogoutAuthenticationToken(token, principal, null, app.getClientId(), redirectUri,
				request.getState());
	}

	/** Decodes an ID token, whose {@code azp} equals its only audience. */
	private Jwt decode(String text) {
		try {
			var token = this.decoder.decode(text);
			if (token.getAudience() != null && token.getAudience().size() == 1
					&& Objects.equals(token.getClaimAsString("azp"), token.getAudience().getFirst())) {
				return token;
			}
		}
		catch (JwtException ex) {
			throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_TOKEN);
		}
		throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_TOKEN);
	}

	private RegisteredClient app(Jwt hint) {
		var app = this.apps.findByClientId(hint.getAudience().getFirst());
		if (app == null) {
			throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_TOKEN);
		}
		return app;
	}

}
