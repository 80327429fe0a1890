package org.parley.auth;

import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;
import org.parley.auth.tokens.key.SigningKeyStore;
import org.parley.platform.test.client.TestTokens;
import org.parley.platform.test.client.TestUser;

import org.springframework.boot.test.context.TestComponent;

/** Forges access tokens, and caches one signed-in administrator. */
@TestComponent
public class Forgery {

	private static final RSAKey STRANGER = strangersKey();

	private final SigningKeyStore keys;

	private final Api api;

	private @Nullable TestUser admin;

	private @Nullable String forgedFrom;

	private List<BadToken> forged = List.of();

	Forgery(SigningKeyStore keys, Api api) {
		this.keys = keys;
		this.api = api;
	}

	/** A signed-in administrator; signs in again if a test has ended the session. */
	synchronized TestUser admin() {
		var known = this.admin;
		if (known == null || this.api.get("/api/v1/users/me").as(known).send().status() != 200) {
			known = this.api.admin();
			this.admin = known;
		}
		return known;
	}

	/**
	 * Tokens of the administrator, each with one defect; signed once for each session.
	 */
	synchronized List<BadToken> badTokens() {
		var token = admin().accessToken();
		if (!token.equals(this.forgedFrom)) {
			this.forged = forge(token);
			this.forgedFrom = token;
		}
		return this.forged;
	}

	private List<BadToken> forge(String token) {
		try {
			var key = this.keys.active();
			var stranger = new RSAKey.Builder(STRANGER).keyID(key.getKeyID()).build();
			var good = claims().build();
			var parts = token.split("\\.", -1);
			return List.of(new BadToken("no token", "nonsense"),
					new BadToken("another's signature", sign(stranger, "at+jwt", good)),
					new BadToken("another key", sign(STRANGER, "at+jwt", good)),
					new BadToken("another type", sign(key, "JWT", good)),
					new BadToken("expired",
							sign(key, "at+jwt", claims().expirationTime(Date.from(Instant.EPOCH)).build())),
					new BadToken("another issuer", sign(key, "at+jwt", claims().issuer("http://evil.test").build())),
					new BadToken("another audience", sign(key, "at+jwt", claims().audience("other").build())),
					new BadToken("another session", sign(key, "at+jwt", claims().claim("sid", "none").build())),
					new BadToken("no session", sign(key, "at+jwt", claims().claim("sid", null).build())),
					new BadToken("an older version", sign(key, "at+jwt", claims().claim("ver", -1).build())),
					new BadToken("no version", sign(key, "at+jwt", claims().claim("ver", null).build())),
					new BadToken("another person", sign(key, "at+jwt", claims().subject("nobody").build())),
					new BadToken("no person", sign(key, "at+jwt", claims().subject(null).build())),
					new BadToken("changed", parts[0] + "." + parts[1] + "x." + parts[2]),
					new BadToken("no signature", parts[0] + "." + parts[1] + "."),
					new BadToken("no algorithm", new PlainJWT(good).serialize()),
					new BadToken("the public key as a shared secret", signShared(key, good)));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A token of the administrator with one scope. */
	String tokenFor(String scope) {
		try {
			return sign(this.keys.active(), "at+jwt", claims().claim("scope", scope).build());
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A token of the administrator with changed claims and a valid signature. */
	public String with(UnaryOperator<JWTClaimsSet.Builder> claims) {
		try {
			return sign(this.keys.active(), "at+jwt", claims.apply(claims()).build());
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A token signed with a foreign key that its header contains. */
	String thatBringsItsKey() {
		try {
			var header = new JWSHeader.Builder(JWSAlgorithm.RS256).type(new JOSEObjectType("at+jwt"))
				.jwk(STRANGER.toPublicJWK())
				.jwkURL(URI.create("https://example.net/keys"))
				.build();
			var token = new SignedJWT(header, claims().build());
			token.sign(new RSASSASigner(STRANGER));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static RSAKey strangersKey() {
		try {
			return new RSAKeyGenerator(2048).keyID("x").generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private JWTClaimsSet.Builder claims() {
		var now = InstantSource.system().instant();
		var sid = sessionOf(admin());
		return new JWTClaimsSet.Builder().issuer(TestTokens.ISSUER)
			.audience("parley")
			.subject(admin().id())
			.issueTime(Date.from(now))
			.expirationTime(Date.from(now.plus(Duration.ofMinutes(15))))
			.claim("sid", sid)
			.claim("roles", List.of("user", "moderator", "admin"))
			.claim("scope", "parley")
			.claim("ver", 100)
			.claim("preferred_username", "admin");
	}

	private static String sessionOf(TestUser somebody) {
		try {
			return SignedJWT.parse(somebody.accessToken()).getJWTClaimsSet().getStringClaim("sid");
		}
		catch (ParseException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String sign(RSAKey key, String type, JWTClaimsSet claims) throws JOSEException {
		var header = new JWSHeader.Builder(JWSAlgorithm.RS256).type(new JOSEObjectType(type))
			.keyID(key.getKeyID())
			.build();
		var token = new SignedJWT(header, claims);
		token.sign(new RSASSASigner(key));
		return token.serialize();
	}

	private static String signShared(RSAKey key, JWTClaimsSet claims) throws JOSEException {
		var header = new JWSHeader.Builder(JWSAlgorithm.HS256).type(new JOSEObjectType("at+jwt"))
			.keyID(key.getKeyID())
			.build();
		var token = new SignedJWT(header, claims);
		token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
		return token.serialize();
	}

	/** A token with one defect. */
	record BadToken(String why, String text) {
	}

}
