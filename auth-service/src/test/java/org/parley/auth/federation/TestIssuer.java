package org.parley.auth.federation;

import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

/** An OpenID Connect issuer whose answers tests choose, false ones included. */
public final class TestIssuer implements AutoCloseable {

	public static final String CLIENT = "parley-at-issuer";

	public static final String SECRET = "the-secret-of-parley-at-the-issuer-0123456789";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final WireMockServer server = new WireMockServer(options().dynamicPort());

	private RSAKey key = newKey();

	public TestIssuer() {
		this.server.start();
		describe(true);
		publishKeys();
	}

	public String address() {
		return this.server.baseUrl();
	}

	public WireMockServer server() {
		return this.server;
	}

	/** Publishes the configuration. */
	public void describe(boolean issuerInAnswer) {
		describe(issuerInAnswer, (_) -> {
		});
	}

	/** Publishes the configuration with a change. */
	public void describe(boolean issuerInAnswer, Consumer<ObjectNode> change) {
		var base = this.server.baseUrl();
		var configuration = JSON.createObjectNode()
			.put("issuer", base)
			.put("authorization_endpoint", base + "/authorize")
			.put("token_endpoint", base + "/token")
			.put("jwks_uri", base + "/jwks")
			.put("authorization_response_iss_parameter_supported", issuerInAnswer);
		configuration.putArray("response_types_supported").add("code");
		configuration.putArray("subject_types_supported").add("public");
		configuration.putArray("id_token_signing_alg_values_supported").add("RS256").add("HS256").add("none");
		change.accept(configuration);
		this.server.stubFor(get("/.well-known/openid-configuration").willReturn(okJson(configuration.toString())));
	}

	/** Signs with a new key from now on, and publishes only that one. */
	void rotateKeys() {
		this.key = newKey();
		publishKeys();
	}

	/** Publishes another key under the same id, or one without an id. */
	public void replaceKey(boolean named) {
		this.key = new RSAKey.Builder(newKey()).keyID(named ? this.key.getKeyID() : null).build();
		publishKeys();
	}

	/** Publishes the key slowly from now on. */
	public void slowDownKeys(int milliseconds) {
		this.server.stubFor(get("/jwks")
			.willReturn(okJson(new JWKSet(List.of(this.key)).toString(true)).withFixedDelay(milliseconds)));
	}

	/** Claims that are valid for a request. */
	public JWTClaimsSet.Builder claims(String subject, @Nullable String nonce, Instant now) {
		return new JWTClaimsSet.Builder().issuer(address())
			.subject(subject)
			.audience(CLIENT)
			.issueTime(Date.from(now))
			.expirationTime(Date.from(now.plusSeconds(300)))
			.claim("nonce", nonce)
			.claim("auth_time", now.getEpochSecond())
			.claim("email", subject + "@issuer.example")
			.claim("email_verified", true)
			.claim("name", "Nora " + subject)
			.claim("preferred_username", subject);
	}

	/** Answers the next requests for tokens with this ID token. */
	public void grant(JWTClaimsSet claims) {
		grant(signed(claims, this.key, new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(this.key.getKeyID()).build()));
	}

	public void grant(String idToken) {
		this.server.stubFor(post("/token").willReturn(okJson(JSON.createObjectNode()
			.put("access_token", "an-access-token")
			.put("token_type", "Bearer")
			.put("expires_in", 60)
			.put("id_token", idToken)
			.toString())));
	}

	public void grantWithoutIdToken() {
		this.server.stubFor(post("/token")
			.willReturn(okJson("{\"access_token\": \"a\", \"token_type\": \"Bearer\", \"expires_in\": 60}")));
	}

	void refuse() {
		this.server.stubFor(post("/token").willReturn(aResponse().withStatus(400)
			.withHeader("Content-Type", "application/json")
			.withBody("{\"error\": \"invalid_grant\"}")));
	}

	void fail() {
		this.server.stubFor(post("/token").willReturn(serverError()));
	}

	/** The token as if nobody had to sign it. */
	public static String unsigned(JWTClaimsSet claims) {
		return new PlainJWT(claims).serialize();
	}

	/**
	 * The token under a key that the issuer does not publish, with the id of one that it
	 * does.
	 */
	public String signedByStranger(JWTClaimsSet claims) {
		return signed(claims, newKey(), new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(this.key.getKeyID()).build());
	}

	/** The token under a shared secret, with the id of the public key. */
	public String signedBySecret(JWTClaimsSet claims, byte[] secret) {
		try {
			return signed(claims, new MACSigner(secret),
					new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(this.key.getKeyID()).build());
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The token under the issuer's key, with another header. */
	public String signedAs(JWTClaimsSet claims, UnaryOperator<JWSHeader.Builder> header) {
		return signed(claims, this.key,
				header.apply(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(this.key.getKeyID())).build());
	}

	/** The token under a key that it brings itself, or whose address it names. */
	public String signedByOwnKey(JWTClaimsSet claims) {
		var own = newKey();
		this.server.stubFor(get("/own").willReturn(okJson(new JWKSet(List.of(own)).toString(true))));
		return signed(claims, own,
				new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(this.key.getKeyID())
					.jwk(own.toPublicJWK())
					.jwkURL(URI.create(address() + "/own"))
					.build());
	}

	/** The token as one that only the issuer can read. */
	public String encrypted(JWTClaimsSet claims) {
		try {
			var token = new EncryptedJWT(new JWEHeader(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM), claims);
			token.encrypt(new RSAEncrypter(this.key));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public byte[] publicKey() {
		try {
			return this.key.toRSAPublicKey().getEncoded();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.server.stop();
	}

	private void publishKeys() {
		this.server.stubFor(get("/jwks").willReturn(okJson(new JWKSet(List.of(this.key)).toString(true))));
	}

	private static String signed(JWTClaimsSet claims, RSAKey key, JWSHeader header) {
		try {
			return signed(claims, new RSASSASigner(key), header);
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String signed(JWTClaimsSet claims, JWSSigner signer, JWSHeader header) {
		try {
			var token = new SignedJWT(header, claims);
			token.sign(signer);
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static RSAKey newKey() {
		try {
			return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
