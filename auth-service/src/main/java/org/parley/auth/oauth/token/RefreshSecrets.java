package org.parley.auth.oauth.token;

import java.time.InstantSource;
import java.util.Base64;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/**
 * Refresh tokens of 256 random bits. Clients without a secret get them, too: each counts
 * once (RFC 9700, 4.14.2).
 */
final class RefreshSecrets implements OAuth2TokenGenerator<OAuth2RefreshToken> {

	private final RandomGenerator random;

	private final InstantSource clock;

	RefreshSecrets(RandomGenerator random, InstantSource clock) {
		this.random = random;
		this.clock = clock;
	}

	@Override
	public @Nullable OAuth2RefreshToken generate(OAuth2TokenContext context) {
		if (!OAuth2TokenType.REFRESH_TOKEN.equals(context.getTokenType())) {
			return null;
		}
		var bits = new byte[32];
		this.random.nextBytes(bits);
		var now = this.clock.instant();
		return new OAuth2RefreshToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bits), now,
				now.plus(context.getRegisteredClient().getTokenSettings().getRefreshTokenTimeToLive()));
	}

}
