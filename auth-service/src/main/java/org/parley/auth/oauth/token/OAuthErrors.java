package org.parley.auth.oauth.token;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/** Error responses to apps (RFC 6749, 5.2). */
final class OAuthErrors {

	private OAuthErrors() {
	}

	static OAuth2AuthenticationException of(String code, String description) {
		return new OAuth2AuthenticationException(new OAuth2Error(code, description, null));
	}

	static OAuth2AuthenticationException grant(String description) {
		return of(OAuth2ErrorCodes.INVALID_GRANT, description);
	}

	/**
	 * The authenticated app.
	 * @throws OAuth2AuthenticationException {@code invalid_client} when there is none
	 */
	static RegisteredClient app(Authentication request) {
		return client(request).app();
	}

	/** The authenticated app and whether it is public. */
	static Client client(Authentication request) {
		if (request.getPrincipal() instanceof OAuth2ClientAuthenticationToken client && client.isAuthenticated()) {
			var app = client.getRegisteredClient();
			if (app != null) {
				return new Client(app, ClientAuthenticationMethod.NONE.equals(client.getClientAuthenticationMethod()));
			}
		}
		throw of(OAuth2ErrorCodes.INVALID_CLIENT, "The client authentication is missing or invalid.");
	}

	/** The authenticated app, which must have a secret. */
	static RegisteredClient confidential(Authentication request) {
		var client = client(request);
		if (client.isPublic()) {
			throw of(OAuth2ErrorCodes.INVALID_CLIENT, "This endpoint requires a client with a secret.");
		}
		return client.app();
	}

	static String text(@Nullable Object value) {
		return (value instanceof String text) ? text : "";
	}

	/**
	 * An authenticated app.
	 *
	 * @param isPublic whether it has authenticated without a secret
	 */
	record Client(RegisteredClient app, boolean isPublic) {
	}

}
