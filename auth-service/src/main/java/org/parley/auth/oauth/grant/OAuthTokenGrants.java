package org.parley.auth.oauth.grant;

import java.time.Instant;

import org.parley.auth.tokens.session.TokenGrants;
import org.parley.contracts.account.SessionRevoked;

import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.stereotype.Component;

/** Validates grants of apps like sessions, and ends them with all sessions. */
@Component
class OAuthTokenGrants implements TokenGrants {

	private final OAuth2AuthorizationService grants;

	private final EndGrants endGrants;

	private final MongoOperations mongo;

	OAuthTokenGrants(OAuth2AuthorizationService grants, EndGrants endGrants, MongoOperations mongo) {
		this.grants = grants;
		this.endGrants = endGrants;
		this.mongo = mongo;
	}

	@Override
	public boolean isActive(String id, String userId, Instant now) {
		var grant = this.grants.findById(id);
		return grant != null && grant.getPrincipalName().equals(userId) && grant.getAccessToken() != null
				&& !grant.getAccessToken().isInvalidated();
	}

	@Override
	public int endExpired(Instant now) {
		return this.endGrants.endExpired(now);
	}

	/**
	 * Deletes grants and consents: an app that an intruder approved must ask again. The
	 * token version of the event invalidates their access tokens.
	 */
	@EventListener
	void on(SessionRevoked event) {
		if (event.endsAll()) {
			this.mongo.remove(Query.query(Criteria.where("principal").is(event.userId())),
					MongoAuthorizationService.COLLECTION);
			this.mongo.remove(MongoAuthorizationConsentService.allOf(event.userId()),
					MongoAuthorizationConsentService.COLLECTION);
		}
	}

}
