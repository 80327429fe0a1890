package org.parley.auth.oauth.consent;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/** A pending request for consent, as the server has stored it. */
record PendingConsent(OAuth2Authorization authorization, RegisteredClient app, Set<String> granted) {

	/** The request of a browser; null for the request of a device. */
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

	/** The redirect URI of the answer. */
	String redirectUri() {
		var request = Objects.requireNonNull(request());
		return (request.getRedirectUri() != null) ? request.getRedirectUri()
				: this.app.getRedirectUris().iterator().next();
	}

}
