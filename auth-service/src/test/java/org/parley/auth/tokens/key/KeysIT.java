package org.parley.auth.tokens.key;

import java.text.ParseException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.parley.auth.Api;
import org.parley.auth.Asvs;
import org.parley.auth.AuthTest;
import org.parley.auth.TestConditions.GatedRandom;
import org.parley.platform.test.client.TestTokens;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@AuthTest
class KeysIT {

	private static final Query ACTIVE = Query.query(Criteria.where("state").is("ACTIVE"));

	@Autowired
	private Api api;

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private InstantSource clock;

	@Autowired
	private GatedRandom random;

	@Autowired
	private KeySettings settings;

	@Value("${parley.secret}")
	private String secret;

	@Test
	@Asvs("9.2.4")
	void accessTokenHasExpectedClaimsAndVerifies() throws ParseException, JOSEException {
		var somebody = this.api.register();
		var answer = this.api.get("/oauth2/jwks").send();
		assertThat(answer.header("Cache-Control")).contains("max-age=300", "public");
		assertThat(this.api.get("/oauth2/jwks").header("If-None-Match", answer.header("ETag")).send().status())
			.isEqualTo(304);
		var keys = JWKSet.parse(answer.body().toString());
		assertThat(keys.getKeys()).isNotEmpty().noneMatch(JWK::isPrivate);

		var token = SignedJWT.parse(somebody.accessToken());
		assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
		assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
		var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
		assertThat(key.size()).isEqualTo(2048);
		assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
		var claims = token.getJWTClaimsSet();
		assertThat(claims.getClaims()).containsEntry("iss", TestTokens.ISSUER)
			.containsEntry("aud", List.of("parley"))
			.containsEntry("sub", somebody.id())
			.containsEntry("roles", List.of("user"))
			.containsEntry("scope", "parley")
			.containsEntry("client_id", "parley")
			.containsEntry("ver", 0L)
			.containsEntry("preferred_username", somebody.username())
			.containsEntry("name", somebody.username())
			.containsKeys("sid", "jti", "iat", "exp");
		assertThat(claims.getExpirationTime().toInstant())
			.isEqualTo(claims.getIssueTime().toInstant().plusSeconds(900));
	}

	@Test
	void concurrentStartsCreateOneKeyPerState() throws Exception {
		var known = this.mongo.findAllAndRemove(new Query(), Document.class, "signing_keys");
		this.random.gate(3);
		try (var instances = Executors.newVirtualThreadPerTaskExecutor()) {
			Callable<String> start = () -> keys(this.secret, this.random).active().getKeyID();
			var kids = instances.invokeAll(List.of(start, start, start)).stream().map(Future::resultNow).distinct();
			assertThat(kids).hasSize(1);
			assertThat(this.mongo.count(ACTIVE, "signing_keys")).isOne();
			assertThat(this.mongo.count(new Query(), "signing_keys")).as("including the upcoming key").isEqualTo(2);
		}
		finally {
			this.random.open();
			this.mongo.remove(new Query(), "signing_keys");
			this.mongo.insert(known, "signing_keys");
		}
	}

	@Test
	void duplicateStateIsRefusedAndAllKeysArePublished() {
		var active = Objects.requireNonNull(this.mongo.findOne(ACTIVE, SigningKey.class));
		for (var state : List.of(SigningKey.State.ACTIVE, SigningKey.State.UPCOMING)) {
			assertThatExceptionOfType(DuplicateKeyException.class)
				.isThrownBy(() -> this.mongo.insert(copy(active, "other", state)));
		}
		var published = keys(this.secret, this.random).published().getKeys();
		var retiring = this.mongo.insert(copy(active, "retiring", SigningKey.State.RETIRING));
		try {
			assertThat(keys(this.secret, this.random).published().getKeys()).hasSize(published.size() + 1);
		}
		finally {
			this.mongo.remove(retiring);
		}
	}

	@Test
	void privateKeyIsEncryptedUnderSecret() {
		assertThat(String.valueOf(this.mongo.findOne(ACTIVE, Document.class, "signing_keys"))).contains("\"n\"")
			.doesNotContain("\"d\"");
		var other = Base64.getEncoder().encodeToString(new byte[32]);
		assertThatIllegalStateException().isThrownBy(() -> keys(other, this.random))
			.withMessageContaining("PARLEY_SECRET");
	}

	private SigningKeyStore keys(String secret, RandomGenerator random) {
		return new SigningKeyStore(this.mongo, this.clock,
				new KeyPairs(new AtRestCiphers(new SecretSettings(secret), random), this.clock), this.settings);
	}

	private static SigningKey copy(SigningKey key, String kid, SigningKey.State state) {
		return new SigningKey(kid, state, key.publicKey(), key.sealed(), key.createdAt(), null, null);
	}

}
