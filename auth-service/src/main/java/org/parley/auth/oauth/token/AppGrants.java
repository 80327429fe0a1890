package org.parley.auth.oauth.token;

import org.parley.auth.oauth.person.BrowserUsers;

import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/**
 * Provides the grants to the protocol, limited to current scopes. It is not an
 * {@link OAuth2AuthorizationService} itself, as there must be one bean of that type.
 */
@Component
class AppGrants {

	private final OAuth2AuthorizationService service;

	AppGrants(OAuth2AuthorizationService stored, RegisteredClientRepository apps, BrowserUsers browserUsers) {
		this.service = new ScopeLimitingAuthorizationService(stored, apps, browserUsers);
	}

	OAuth2AuthorizationService service() {
		return this.service;
	}

}
