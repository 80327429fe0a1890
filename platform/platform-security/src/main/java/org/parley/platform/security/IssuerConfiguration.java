package org.parley.platform.security;

import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import org.parley.platform.security.token.TokenAudiences;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Verifies tokens with the issuer's keys, unless the service has its own keys. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnMissingBean(JwtDecoder.class)
class IssuerConfiguration {

	@Bean(initMethod = "prefetch")
	IssuerKeys issuerKeys(@Value("${spring.security.oauth2.resourceserver.jwt.jwk-set-uri}") URI address,
			InstantSource clock) throws MalformedURLException {
		return new IssuerKeys(address, clock);
	}

	@Bean
	JwtDecoder accessTokenDecoder(IssuerKeys keys, @Value("${parley.public-url}") String issuer,
			@Value("${parley.token-audiences:" + TokenAudiences.API + "}") Set<String> audiences, InstantSource clock) {
		if (!TokenAudiences.ALL.containsAll(audiences)) {
			throw new IllegalStateException("parley.token-audiences must be some of " + TokenAudiences.ALL
					+ ", because the gateway revokes no others");
		}
		var decoder = NimbusJwtDecoder.withJwkSource(keys).build();
		decoder.setJwtValidator(CallerClaims.accessTokenOf(issuer, audiences));
		return new CachingJwtDecoder(decoder, clock);
	}

	/**
	 * Caches verified tokens for one minute, but not beyond their expiry, to avoid
	 * repeated signature checks. A revoked signing key remains valid for up to a minute.
	 */
	static final class CachingJwtDecoder implements JwtDecoder {

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

}
