package org.parley.auth.oauth.token;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.grant.LoadedGrant;
import org.parley.auth.tokens.session.UserSessionSettings;
import org.parley.platform.domain.RandomText;

import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.stereotype.Component;

/**
 * Generates refresh tokens of 256 random bits, for public clients too, as each is valid
 * once (RFC 9700, 4.14.2). A grant lasts no longer than the longest session.
 */
@Component
class OpaqueRefreshTokenGenerator implements OAuth2TokenGenerator<OAuth2RefreshToken> {

	private final RandomGenerator random;

	private final InstantSource clock;

	private final Duration longest;

	OpaqueRefreshTokenGenerator(RandomGenerator random, InstantSource clock, UserSessionSettings sessions) {
		this.random = random;
		this.clock = clock;
		this.longest = sessions.longest();
	}

	@Override
	public @Nullable OAuth2RefreshToken generate(OAuth2TokenContext context) {
		if (!OAuth2TokenType.REFRESH_TOKEN.equals(context.getTokenType())) {
			return null;
		}
		var now = this.clock.instant();
		return new OAuth2RefreshToken(RandomText.next(this.random), now, expiry(context, now));
	}

	private Instant expiry(OAuth2TokenContext context, Instant now) {
		var usual = now.plus(context.getRegisteredClient().getTokenSettings().getRefreshTokenTimeToLive());
		var grant = context.getAuthorization();
		var loaded = (grant != null) ? LoadedGrant.find(grant) : null;
		var end = ((loaded != null) ? loaded.createdAt() : now).plus(this.longest);
		return end.isBefore(usual) ? end : usual;
	}

}
