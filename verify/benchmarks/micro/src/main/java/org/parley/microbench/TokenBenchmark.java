package org.parley.microbench;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Set;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.parley.platform.domain.Caller;
import org.parley.platform.security.CallerClaims;
import org.parley.platform.security.token.TokenAudiences;

import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Checks the signature and the claims of an access token, as a service does when it sees
 * a token for the first time in a minute, and reads the caller from it.
 */
@State(Scope.Benchmark)
public class TokenBenchmark {

	private static final String ISSUER = "http://parley.test";

	private static final int KEY_BITS = 2048;

	private static final Duration LIFETIME = Duration.ofHours(1);

	private final JwtDecoder decoder;

	private final String token;

	public TokenBenchmark() {
		try {
			var key = new RSAKeyGenerator(KEY_BITS).keyID("bench").generate();
			this.decoder = decoder(key);
			this.token = sign(key);
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static JwtDecoder decoder(RSAKey key) {
		var decoder = NimbusJwtDecoder.withJwkSource(new ImmutableJWKSet<>(new JWKSet(key.toPublicJWK()))).build();
		decoder.setJwtValidator(CallerClaims.accessTokenOf(ISSUER, Set.of(TokenAudiences.API)));
		return decoder;
	}

	private static String sign(RSAKey key) throws JOSEException {
		var now = InstantSource.system().instant();
		var header = new JWSHeader.Builder(JWSAlgorithm.RS256).type(new JOSEObjectType("at+jwt"))
			.keyID(key.getKeyID())
			.build();
		var signed = new SignedJWT(header, claims(now));
		signed.sign(new RSASSASigner(key));
		return signed.serialize();
	}

	private static JWTClaimsSet claims(Instant now) {
		return new JWTClaimsSet.Builder().issuer(ISSUER)
			.audience(TokenAudiences.API)
			.subject("01KAMQ0000000000000000TEST")
			.issueTime(Date.from(now))
			.expirationTime(Date.from(now.plus(LIFETIME)))
			.jwtID("01KAMQ0000000000000000JWT0")
			.claim("sid", "01KAMQ0000000000000000SESS")
			.claim("client_id", "parley")
			.claim("scope", "parley")
			.claim("ver", 1)
			.claim("roles", List.of("user"))
			.claim("preferred_username", "alice")
			.claim("name", "Alice")
			.build();
	}

	@Benchmark
	public Caller checkToken() {
		return CallerClaims.callerOf(this.decoder.decode(this.token));
	}

}
