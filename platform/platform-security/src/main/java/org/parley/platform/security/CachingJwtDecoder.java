package org.parley.platform.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;

import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Caches verified tokens for one minute, but not beyond their expiry, to avoid repeated
 * signature checks. A revoked signing key remains valid for up to a minute.
 */
final class CachingJwtDecoder implements JwtDecoder {

	private static final Duration LONGEST = Duration.ofMinutes(1);

	private final JwtDecoder verifier;

	private final Cache<String, Jwt> verified;

	CachingJwtDecoder(JwtDecoder verifier, InstantSource clock) {
		this.verifier = verifier;
		this.verified = Caffeine.newBuilder()
			.maximumSize(10_000)
			.expireAfter(Expiry.<String, Jwt>creating((_, token) -> lifetime(token, clock.instant())))
			.build();
	}

	@Override
	public Jwt decode(String token) {
		var known = this.verified.getIfPresent(token);
		if (known != null) {
			return known;
		}
		var fresh = this.verifier.decode(token);
		this.verified.put(token, fresh);
		return fresh;
	}

	private static Duration lifetime(Jwt token, Instant now) {
		var end = token.getExpiresAt();
		var left = (end != null) ? Duration.between(now, end) : LONGEST;
		return left.isNegative() ? Duration.ZERO : (left.compareTo(LONGEST) < 0) ? left : LONGEST;
	}

}
