package org.parley.auth.oauth.grant;

import java.time.Instant;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;

/**
 * What a grant was when it was read. It goes with the grant as an attribute, so that
 * nobody saves over what another has saved meanwhile.
 *
 * @param version of the document
 * @param createdAt when it began
 * @param personal whether somebody had given it already
 */
public record Loaded(long version, Instant createdAt, boolean personal) {

	static final String NAME = Loaded.class.getName();

	static Loaded of(Document kept) {
		return new Loaded(kept.getLong("version"), kept.getDate("createdAt").toInstant(), kept.get("person") != null);
	}

	/** Null for a grant that was never kept. */
	public static @Nullable Loaded in(OAuth2Authorization grant) {
		return grant.getAttribute(NAME);
	}

}
