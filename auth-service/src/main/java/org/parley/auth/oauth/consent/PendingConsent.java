package org.parley.auth.oauth.consent;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * What somebody is asked: an app's request that waits for them, as the server keeps it,
 * and not as the address of the page says.
 *
 * @param authorization the request, in the form that waits
 * @param app whose
 * @param granted what they have granted it before
 */
record PendingConsent(OAuth2Authorization authorization, RegisteredClient app, Set<String> granted) {

	/** The request of a browser; null when a device asks. */
	@Nullable OAuth2AuthorizationRequest request() {
		return this.authorization.getAttribute(OAuth2AuthorizationRequest.class.getName());
	}

	boolean isOfDevice() {
		return request() == null;
	}

	List<ScopeView> scopes() {
		var request = request();
		Set<String> scopes = (request != null) ? request.getScopes()
				: Objects.requireNonNullElse(this.authorization.getAttribute(OAuth2ParameterNames.SCOPE), Set.of());
		return ScopeView.of(scopes, this.granted);
	}

	/** Where the browser goes on. */
	String redirectUri() {
		var request = Objects.requireNonNull(request());
		return (request.getRedirectUri() != null) ? request.getRedirectUri()
				: this.app.getRedirectUris().iterator().next();
	}

}
