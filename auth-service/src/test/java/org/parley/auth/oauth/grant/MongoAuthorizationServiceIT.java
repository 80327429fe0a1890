package org.parley.auth.oauth.grant;

import java.time.Instant;

import org.parley.auth.Api;
import org.parley.auth.AuthTest;
import org.parley.auth.oauth.person.BrowserUser;
import org.parley.auth.tokens.session.UserSessions;
import org.parley.platform.test.client.TestUser;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;

/** The contract kit on MongoDB. */
@AuthTest
class MongoAuthorizationServiceIT extends GrantKit {

	@Autowired
	private OAuth2AuthorizationService grants;

	@Autowired
	private OAuth2AuthorizationConsentService consents;

	@Autowired
	private Api api;

	@Autowired
	private UserSessions userSessions;

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
		return person(this.api.register(), this.userSessions);
	}

	/** A signed-in user. */
	static BrowserUser person(TestUser somebody, UserSessions userSessions) {
		var session = userSessions.findLive(somebody.id(), Instant.EPOCH).getFirst();
		return new BrowserUser(somebody.id(), session.id(), SomeGrant.NOW);
	}

}
