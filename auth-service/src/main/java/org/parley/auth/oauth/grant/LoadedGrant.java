package org.parley.auth.oauth.grant;

import java.time.Instant;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;

/**
 * State of a grant when it was loaded, an attribute of the grant for optimistic locking.
 *
 * @param given whether the app has its tokens or its device was approved; pending
 * requests and codes end with the session that they belong to
 */
public record LoadedGrant(long version, Instant createdAt, boolean given) {

	static final String NAME = LoadedGrant.class.getName();

	static LoadedGrant of(Document document) {
		return new LoadedGrant(document.getLong("version"), document.getDate("createdAt").toInstant(),
				isGiven(document));
	}

	private static boolean isGiven(Document document) {
		var tokens = document.get("tokens", Document.class);
		return document.get("person") != null && document.get(OAuth2ParameterNames.STATE) == null
				&& (tokens.containsKey(TokenKind.ACCESS.text()) || !tokens.containsKey(TokenKind.CODE.text()));
	}

	/** The loaded state; null for a new grant. */
	public static @Nullable LoadedGrant find(OAuth2Authorization grant) {
		return grant.getAttribute(NAME);
	}

}
