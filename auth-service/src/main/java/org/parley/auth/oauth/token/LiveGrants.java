package org.parley.auth.oauth.token;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.once.UsedGrants;

import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * Finds what a token was given for. An access token names its grant and counts until it
 * expires, also when there is a newer one.
 */
final class LiveGrants {

	private final OAuth2AuthorizationService grants;

	private final JwtDecoder decoder;

	private final UsedGrants used;

	LiveGrants(OAuth2AuthorizationService grants, JwtDecoder decoder, UsedGrants used) {
		this.grants = grants;
		this.decoder = decoder;
		this.used = used;
	}

	/** What the token was given for, as long as that has not ended. */
	Optional<Found> find(String token) {
		var access = decoded(token);
		if (access != null) {
			return live(this.grants.findById(OAuthErrors.text(access.getClaims().get("sid"))))
				.map((grant) -> new Found(grant, access));
		}
		return live(this.grants.findByToken(token, OAuth2TokenType.REFRESH_TOKEN))
			.filter((grant) -> grant.getRefreshToken() != null && grant.getRefreshToken().isActive())
			.map((grant) -> new Found(grant, null));
	}

	/** The same, also for a refresh token that there is a newer one of. */
	Optional<Found> findFormer(String token) {
		return find(token).or(() -> this.used.grantOf(token)
			.flatMap((grant) -> live(this.grants.findById(grant)))
			.map((grant) -> new Found(grant, null)));
	}

	private static Optional<OAuth2Authorization> live(@Nullable OAuth2Authorization grant) {
		return Optional.ofNullable(grant)
			.filter((candidate) -> candidate.getAccessToken() != null && !candidate.getAccessToken().isInvalidated())
			.filter((candidate) -> candidate.getRefreshToken() == null || !candidate.getRefreshToken().isInvalidated());
	}

	private @Nullable Jwt decoded(String token) {
		try {
			return this.decoder.decode(token);
		}
		catch (JwtException ex) {
			return null;
		}
	}

	/**
	 * What a token was given for.
	 *
	 * @param grant that has not ended
	 * @param access the token, if it is an access token, and not a refresh token
	 */
	record Found(OAuth2Authorization grant, @Nullable Jwt access) {
	}

}
