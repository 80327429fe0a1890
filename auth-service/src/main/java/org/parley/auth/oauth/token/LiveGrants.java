package org.parley.auth.oauth.token;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.once.UsedGrants;

import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;

/**
 * Finds the grant of a token. An access token names its grant and is valid until it
 * expires, even when a newer one exists.
 */
@Component
class LiveGrants {

	private final AppGrants grants;

	private final JwtDecoder decoder;

	private final UsedGrants used;

	LiveGrants(AppGrants grants, JwtDecoder decoder, UsedGrants used) {
		this.grants = grants;
		this.decoder = decoder;
		this.used = used;
	}

	/** The grant of a token that has not ended. */
	Optional<Found> find(String token) {
		var access = decode(token);
		if (access != null) {
			return live(this.grants.service().findById(OAuthErrors.text(access.getClaims().get("sid"))))
				.map((grant) -> new Found(grant, access));
		}
		return live(this.grants.service().findByToken(token, OAuth2TokenType.REFRESH_TOKEN))
			.filter((grant) -> grant.getRefreshToken() != null && grant.getRefreshToken().isActive())
			.map((grant) -> new Found(grant, null));
	}

	/** Like {@link #find}, but also for replaced refresh tokens. */
	Optional<Found> findFormer(String token) {
		return find(token).or(() -> this.used.findGrantOf(token)
			.flatMap((grant) -> live(this.grants.service().findById(grant)))
			.map((grant) -> new Found(grant, null)));
	}

	private static Optional<OAuth2Authorization> live(@Nullable OAuth2Authorization grant) {
		return Optional.ofNullable(grant)
			.filter((candidate) -> candidate.getAccessToken() != null && !candidate.getAccessToken().isInvalidated())
			.filter((candidate) -> candidate.getRefreshToken() == null || !candidate.getRefreshToken().isInvalidated());
	}

	private @Nullable Jwt decode(String token) {
		try {
			return this.decoder.decode(token);
		}
		catch (JwtException ex) {
			return null;
		}
	}

	/**
	 * A token with its grant.
	 *
	 * @param access claims of an access token; null for a refresh token
	 */
	record Found(OAuth2Authorization grant, @Nullable Jwt access) {
	}

}
