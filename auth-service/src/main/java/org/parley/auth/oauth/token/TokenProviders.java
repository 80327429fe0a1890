package org.parley.auth.oauth.token;

import java.util.List;

import org.parley.auth.oauth.grant.EndGrants;
import org.parley.auth.oauth.person.BrowserUsers;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.stereotype.Component;

/** Providers of the token, introspection, revocation and user info endpoints. */
@Component
public class TokenProviders {

	private final AppGrants grants;

	private final TokenGenerators generators;

	private final SingleUseGrants singleUseGrants;

	private final List<AuthenticationProvider> introspection;

	private final List<AuthenticationProvider> revocation;

	TokenProviders(AppGrants grants, TokenGenerators generators, SingleUseGrants singleUseGrants, LiveGrants liveGrants,
			EndGrants endGrants, BrowserUsers browserUsers) {
		this.grants = grants;
		this.generators = generators;
		this.singleUseGrants = singleUseGrants;
		this.introspection = List.of(new IntrospectionProvider(liveGrants, browserUsers));
		this.revocation = List.of(new RevocationProvider(liveGrants, endGrants));
	}

	public OAuth2AuthorizationService grants() {
		return this.grants.service();
	}

	public OAuth2TokenGenerator<? extends OAuth2Token> generator() {
		return this.generators.generator();
	}

	/** Wraps a provider of the token endpoint, so that codes and tokens are used once. */
	public AuthenticationProvider limitToSingleUse(AuthenticationProvider provider) {
		return this.singleUseGrants.wrap(provider);
	}

	public List<AuthenticationProvider> introspection() {
		return this.introspection;
	}

	public List<AuthenticationProvider> revocation() {
		return this.revocation;
	}

}
