package org.parley.auth.oauth.grant;

import java.time.Instant;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;

/**
 * What a grant was when it was read. It goes with the grant as an attribute, so that
 * nobody saves over what another has saved meanwhile.
 *
 * @param version of the document
 * @param createdAt when it began
 * @param given whether it was given for good: the app has its tokens, or its device is
 * let in. A question and a code end with the session that they were issued in
 */
public record LoadedGrant(long version, Instant createdAt, boolean given) {

	static final String NAME = LoadedGrant.class.getName();

	static LoadedGrant of(Document kept) {
		return new LoadedGrant(kept.getLong("version"), kept.getDate("createdAt").toInstant(), isGiven(kept));
	}

	private static boolean isGiven(Document kept) {
		var tokens = kept.get("tokens", Document.class);
		return kept.get("person") != null && kept.get(OAuth2ParameterNames.STATE) == null
				&& (tokens.containsKey(TokenKind.ACCESS.text()) || !tokens.containsKey(TokenKind.CODE.text()));
	}

	/** Null for a grant that was never kept. */
	public static @Nullable LoadedGrant in(OAuth2Authorization grant) {
		return grant.getAttribute(NAME);
	}

}
