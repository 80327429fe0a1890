package org.parley.platform.test.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
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
import com.nimbusds.jose.crypto.opts.AllowWeakRSAKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/**
 * Plays auth-service: serves a JWKS over HTTP and signs access tokens, so that the
 * service under test really verifies them.
 */
public final class TestTokens {

	/** The configured issuer of tests. */
	public static final String ISSUER = "http://parley.test";

	/**
	 * The shortest that RS256 can use, too short for production: without the optimizing
	 * compiler a signature takes 0.3 ms, with 1024 bits 1.4 ms and with 2048 bits 7 ms.
	 */
	private static final int KEY_BITS = 512;

	private static final TestTokens SHARED = new TestTokens();

	private final RSAKey key;

	private final HttpServer server;

	private TestTokens() {
		try {
			this.key = new RSAKeyGenerator(KEY_BITS, true).keyID("test").generate();
			var keys = new JWKSet(this.key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			this.server.createContext("/oauth2/jwks", (exchange) -> {
				exchange.getResponseHeaders().set("Content-Type", "application/json");
				exchange.sendResponseHeaders(200, keys.length);
				exchange.getResponseBody().write(keys);
				exchange.close();
			});
			this.server.createContext("/internal/accounts", TestAccounts::answer);
			this.server.start();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The URL of the JWKS. */
	public static String keysUri() {
		return "http://127.0.0.1:" + SHARED.server.getAddress().getPort() + "/oauth2/jwks";
	}

	/** The URL at which services ask for accounts. */
	public static String accountsUri() {
		return keysUri().replace("/oauth2/jwks", "/internal/accounts");
	}

	/** Creates the token of a person with the given roles and {@code user}. */
	public static String of(String id, String username, String... roles) {
		return claims(id, username, roles).sign();
	}

	/** Creates a token that a test can modify before it is signed. */
	public static Draft claims(String id, String username, String... roles) {
		var now = InstantSource.system().instant();
		var all = java.util.stream.Stream.concat(java.util.stream.Stream.of("user"), java.util.stream.Stream.of(roles))
			.toList();
		return new Draft("at+jwt",
				new JWTClaimsSet.Builder().issuer(ISSUER)
					.audience("parley")
					.subject(id)
					.issueTime(Date.from(now))
					.expirationTime(Date.from(now.plus(Duration.ofMinutes(15))))
					.jwtID(id + now.toEpochMilli())
					.claim("sid", "session-of-" + id)
					.claim("client_id", "parley")
					.claim("scope", "parley")
					.claim("ver", 1)
					.claim("roles", all)
					.claim("preferred_username", username)
					.claim("name", username));
	}

	/**
	 * An unsigned token.
	 *
	 * @param type the header's {@code typ}
	 */
	public record Draft(String type, JWTClaimsSet.Builder claims) {

		public Draft type(String other) {
			return new Draft(other, this.claims);
		}

		/** Sets a claim, or removes it when the value is null. */
		public Draft claim(String name, @Nullable Object value) {
			this.claims.claim(name, value);
			return this;
		}

		public Draft audience(String... audience) {
			this.claims.audience(List.of(audience));
			return this;
		}

		public Draft expired() {
			this.claims.expirationTime(Date.from(Instant.EPOCH));
			return this;
		}

		/** Signs the token with the published key. */
		public String sign() {
			return sign(SHARED.key);
		}

		/** Signs the token with an unknown key. */
		public String signByStranger() {
			try {
				return sign(new RSAKeyGenerator(KEY_BITS, true).keyID("test").generate());
			}
			catch (JOSEException ex) {
				throw new IllegalStateException(ex);
			}
		}

		private String sign(RSAKey signer) {
			try {
				var header = new JWSHeader.Builder(JWSAlgorithm.RS256).type(new JOSEObjectType(this.type))
					.keyID(signer.getKeyID())
					.build();
				var token = new SignedJWT(header, this.claims.build());
				token.sign(new RSASSASigner(signer, Set.of(AllowWeakRSAKey.getInstance())));
				return token.serialize();
			}
			catch (JOSEException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
