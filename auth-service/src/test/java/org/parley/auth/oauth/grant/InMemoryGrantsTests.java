package org.parley.auth.oauth.grant;

import org.parley.auth.oauth.person.BrowserUser;

import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;

/** The contract kit on Spring's own implementation. */
class InMemoryGrantsTests extends GrantKit {

	private final OAuth2AuthorizationService grants = new InMemoryOAuth2AuthorizationService();

	private final OAuth2AuthorizationConsentService consents = new InMemoryOAuth2AuthorizationConsentService();

	@Override
	OAuth2AuthorizationService grants() {
		return this.grants;
	}

	@Override
	OAuth2AuthorizationConsentService consents() {
		return this.consents;
	}

	@Override
	BrowserUser person() {
		return new BrowserUser("alice", "session", SomeGrant.NOW);
	}

}
