package org.parley.gateway.limit;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Whose access token a request carries. Only a token whose signature, issuer, audience
 * and time are right names anybody; the services decide what it may do.
 */
@Component
class AccessTokens {

	private static final Duration REMEMBERED = Duration.ofMinutes(5);

	private final Cache<String, Verified> verified = Caffeine.newBuilder()
		.maximumSize(10_000)
		.expireAfterWrite(REMEMBERED)
		.build();

	private final SigningKeys keys;

	private final InstantSource clock;

	AccessTokens(SigningKeys keys, InstantSource clock) {
		this.keys = keys;
		this.clock = clock;
	}

	@Nullable String subject(HttpHeaders headers) {
		String authorization = headers.getFirst(HttpHeaders.AUTHORIZATION);
		if (authorization == null) {
			return null;
		}
		String token = authorization.substring(authorization.indexOf(' ') + 1);
		Verified known = this.verified.getIfPresent(token);
		if (known == null) {
			known = verify(token);
		}
		return (known != null && known.expires().isAfter(this.clock.instant())) ? known.subject() : null;
	}

	private @Nullable Verified verify(String token) {
		try {
			JWTClaimsSet claims = this.keys.verify(SignedJWT.parse(token));
			var found = new Verified(claims.getSubject(), claims.getExpirationTime().toInstant());
			this.verified.put(token, found);
			return found;
		}
		catch (ParseException | BadJOSEException | JOSEException ex) {
			return null;
		}
	}

	private record Verified(String subject, Instant expires) {
	}

}
