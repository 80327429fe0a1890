package org.parley.auth.oauth.grant;

import java.time.Instant;

import org.parley.auth.Api;
import org.parley.auth.AuthTest;
import org.parley.auth.oauth.person.Person;
import org.parley.auth.session.Sessions;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;

/** Ours keep what the kit says. */
@AuthTest
class KeptGrantsIT extends GrantKit {

	@Autowired
	private OAuth2AuthorizationService grants;

	@Autowired
	private OAuth2AuthorizationConsentService consents;

	@Autowired
	private Api api;

	@Autowired
	private Sessions sessions;

	@Override
	OAuth2AuthorizationService grants() {
		return this.grants;
	}

	@Override
	OAuth2AuthorizationConsentService consents() {
		return this.consents;
	}

	@Override
	Person person() {
		return person(this.api.register(), this.sessions);
	}

	/** Somebody at the browser. */
	static Person person(Api.Somebody somebody, Sessions sessions) {
		var session = sessions.liveOf(somebody.id(), Instant.EPOCH).getFirst();
		return new Person(somebody.id(), session.id(), SomeGrant.NOW);
	}

}
