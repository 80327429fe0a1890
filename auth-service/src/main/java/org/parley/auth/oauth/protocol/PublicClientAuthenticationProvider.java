package org.parley.auth.oauth.protocol;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Authenticates public clients by their id. Their refresh tokens and device codes are
 * single-use, and Spring requires a code verifier for their authorization codes.
 */
final class PublicClientAuthenticationProvider implements AuthenticationConverter, AuthenticationProvider {

	private static final String CODE_GRANT = "authorization_code";

	private final RegisteredClientRepository apps;

	PublicClientAuthenticationProvider(RegisteredClientRepository apps) {
		this.apps = apps;
	}

	@Override
	public @Nullable Authentication convert(HttpServletRequest request) {
		var id = request.getParameter("client_id");
		if (id == null || id.isBlank() || request.getHeader(HttpHeaders.AUTHORIZATION) != null
				|| request.getParameter("client_secret") != null || request.getParameter("client_assertion") != null
				|| request.getParameter("client_assertion_type") != null) {
			return null;
		}
		Map<String, Object> parameters = CODE_GRANT.equals(request.getParameter("grant_type"))
				? Map.of("grant_type", CODE_GRANT, "code", String.valueOf(request.getParameter("code"))) : Map.of();
		return new OAuth2ClientAuthenticationToken(id, ClientAuthenticationMethod.NONE, null, parameters);
	}

	@Override
	public @Nullable Authentication authenticate(Authentication authentication) {
		var client = (OAuth2ClientAuthenticationToken) authentication;
		if (!ClientAuthenticationMethod.NONE.equals(client.getClientAuthenticationMethod())
				|| CODE_GRANT.equals(client.getAdditionalParameters().get("grant_type"))) {
			return null;
		}
		var app = this.apps.findByClientId(String.valueOf(client.getPrincipal()));
		if (app == null || !app.getClientAuthenticationMethods().contains(ClientAuthenticationMethod.NONE)) {
			throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
		}
		return new OAuth2ClientAuthenticationToken(app, ClientAuthenticationMethod.NONE, null);
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return OAuth2ClientAuthenticationToken.class.isAssignableFrom(authentication);
	}

}
