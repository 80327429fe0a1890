package org.parley.auth.oauth.token;

import java.security.Principal;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.person.Person;
import org.parley.platform.web.Ids;

import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/**
 * Grants as the protocol sees them: with no scope that the app or the person may no
 * longer have, and each under the {@code sid} of its access tokens.
 */
final class NarrowedGrants implements OAuth2AuthorizationService {

	private final OAuth2AuthorizationService kept;

	private final RegisteredClientRepository apps;

	private final People people;

	NarrowedGrants(OAuth2AuthorizationService kept, RegisteredClientRepository apps, People people) {
		this.kept = kept;
		this.apps = apps;
		this.people = people;
	}

	/** A client's own token is made before its grant is, and has the grant's name. */
	@Override
	public void save(OAuth2Authorization grant) {
		var token = grant.getAccessToken();
		if (token != null && AuthorizationGrantType.CLIENT_CREDENTIALS.equals(grant.getAuthorizationGrantType())
				&& token.getClaims() != null && token.getClaims().get("sid") instanceof String sid) {
			this.kept.save(OAuth2Authorization.from(grant).id(sid).build());
			return;
		}
		this.kept.save(isNew(grant) ? OAuth2Authorization.from(grant).id(Ids.next()).build() : grant);
	}

	/** Spring names grants in another way than everything here is named. */
	private static boolean isNew(OAuth2Authorization grant) {
		return grant.getId().contains("-");
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
		if (grant == null || !(grant.getAttributes().get(Principal.class.getName()) instanceof Person)) {
			return grant;
		}
		var scopes = left(grant);
		return scopes.equals(grant.getAuthorizedScopes()) ? grant
				: OAuth2Authorization.from(grant).authorizedScopes(scopes).build();
	}

	private Set<String> left(OAuth2Authorization grant) {
		var app = this.apps.findById(grant.getRegisteredClientId());
		var user = this.people.admitted(grant.getPrincipalName());
		if (app == null || user.isEmpty()) {
			return Set.of();
		}
		var scopes = People.given(grant.getAuthorizedScopes(), user.get().role());
		scopes.retainAll(app.getScopes());
		return scopes;
	}

}
