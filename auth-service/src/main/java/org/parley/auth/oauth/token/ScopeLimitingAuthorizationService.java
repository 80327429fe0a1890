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
 * Grants as the protocol sees them: with no scope that the app or the person may no
 * longer have.
 */
final class ScopeLimitingAuthorizationService implements OAuth2AuthorizationService {

	private final OAuth2AuthorizationService kept;

	private final RegisteredClientRepository apps;

	private final BrowserUsers browserUsers;

	ScopeLimitingAuthorizationService(OAuth2AuthorizationService kept, RegisteredClientRepository apps,
			BrowserUsers browserUsers) {
		this.kept = kept;
		this.apps = apps;
		this.browserUsers = browserUsers;
	}

	@Override
	public void save(OAuth2Authorization grant) {
		this.kept.save(grant);
	}

	@Override
	public void remove(OAuth2Authorization grant) {
		this.kept.remove(grant);
	}

	@Override
	public @Nullable OAuth2Authorization findById(String id) {
		return narrowed(this.kept.findById(id));
	}

	@Override
	public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
		return narrowed(this.kept.findByToken(token, type));
	}

	private @Nullable OAuth2Authorization narrowed(@Nullable OAuth2Authorization grant) {
		if (grant == null || !(grant.getAttributes().get(Principal.class.getName()) instanceof BrowserUser)) {
			return grant;
		}
		var scopes = left(grant);
		return scopes.equals(grant.getAuthorizedScopes()) ? grant
				: OAuth2Authorization.from(grant).authorizedScopes(scopes).build();
	}

	private Set<String> left(OAuth2Authorization grant) {
		var app = this.apps.findById(grant.getRegisteredClientId());
		var user = this.browserUsers.admitted(grant.getPrincipalName());
		if (app == null || user.isEmpty()) {
			return Set.of();
		}
		var scopes = BrowserUsers.given(grant.getAuthorizedScopes(), user.get().role());
		scopes.retainAll(app.getScopes());
		return scopes;
	}

}
