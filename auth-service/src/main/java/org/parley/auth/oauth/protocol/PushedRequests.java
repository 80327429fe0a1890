package org.parley.auth.oauth.protocol;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;

/** Takes requests ahead of the browser, from apps that may make some (RFC 9126). */
final class PushedRequests implements AuthenticationProvider {

	private final AuthenticationProvider pushing;

	PushedRequests(AuthenticationProvider pushing) {
		this.pushing = pushing;
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return this.pushing.supports(authentication);
	}

	@Override
	public @Nullable Authentication authenticate(Authentication authentication) {
		if (authentication.getPrincipal() instanceof OAuth2ClientAuthenticationToken client) {
			var app = client.getRegisteredClient();
			if (app == null || !app.getAuthorizationGrantTypes().contains(AuthorizationGrantType.AUTHORIZATION_CODE)) {
				throw new OAuth2AuthenticationException(OAuth2ErrorCodes.UNAUTHORIZED_CLIENT);
			}
		}
		return this.pushing.authenticate(authentication);
	}

}
