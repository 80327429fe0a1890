package org.parley.auth.oauth.token;

import java.security.Principal;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.person.BrowserUser;
import org.parley.auth.oauth.person.BrowserUsers;

import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/**
 * Limits the scopes of grants to those that the app and the user still have.
 */
final class ScopeLimitingAuthorizationService implements OAuth2AuthorizationService {

	private final OAuth2AuthorizationService delegate;

	private final RegisteredClientRepository apps;

	private final BrowserUsers browserUsers;

	ScopeLimitingAuthorizationService(OAuth2AuthorizationService delegate, RegisteredClientRepository apps,
			BrowserUsers browserUsers) {
		this.delegate = delegate;
		this.apps = apps;
		this.browserUsers = browserUsers;
	}

	@Override
	public void save(OAuth2Authorization grant) {
		this.delegate.save(grant);
	}

	@Override
	public void remove(OAuth2Authorization grant) {
		this.delegate.remove(grant);
	}

	@Override
	public @Nullable OAuth2Authorization findById(String id) {
		return limit(this.delegate.findById(id));
	}

	@Override
	public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
		return limit(this.delegate.findByToken(token, type));
	}

	private @Nullable OAuth2Authorization limit(@Nullable OAuth2Authorization grant) {
		if (grant == null || !(grant.getAttributes().get(Principal.class.getName()) instanceof BrowserUser)) {
			return grant;
		}
		var scopes = remainingScopes(grant);
		return scopes.equals(grant.getAuthorizedScopes()) ? grant
				: OAuth2Authorization.from(grant).authorizedScopes(scopes).build();
	}

	private Set<String> remainingScopes(OAuth2Authorization grant) {
		var app = this.apps.findById(grant.getRegisteredClientId());
		var user = this.browserUsers.findAdmitted(grant.getPrincipalName(), grant.getAuthorizedScopes());
		if (app == null || user.isEmpty()) {
			return Set.of();
		}
		var scopes = BrowserUsers.limitToRole(grant.getAuthorizedScopes(), user.get().role());
		scopes.retainAll(app.getScopes());
		return scopes;
	}

}
