package org.parley.auth.oauth;

import java.text.ParseException;
import java.time.Duration;
import java.util.List;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.auth.AuthTest;
import org.parley.platform.jobs.Job;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;

/** Key rotation is transparent to apps. */
@AuthTest
class RotatedKeysIT extends OAuthScene {

	/** Interval after which instances reload keys. */
	private static final Duration A_WHILE = Duration.ofSeconds(61);

	/** Longer than the default time between publication and use of a key. */
	private static final Duration AHEAD = Duration.ofHours(2);

	/** Default time for which a retired key stays published. */
	private static final Duration OVERLAP = Duration.ofMinutes(30);

	private static List<Document> generated = List.of();

	@Autowired
	private Job rotateSigningKeys;

	/** Keys are generated once, because that is slow, and then put back for each test. */
	@BeforeEach
	@AfterEach
	void prepareKeys() {
		this.clock.reset();
		published();
		this.mongo.remove(new Query(), "signing_keys");
		this.mongo.insert(generated, "signing_keys");
		this.clock.move(AHEAD.negated());
		published();
		this.clock.reset();
		published();
		generated = this.mongo.findAll(Document.class, "signing_keys");
	}

	@Test
	void tokensSurviveKeyRotation() throws Exception {
		var somebody = verified();
		var before = given(somebody, "web");
		var signer = key(before.path("id_token"));
		assertThat(key(before.path("access_token"))).isEqualTo(signer);
		assertThat(rotate(somebody)).isEqualTo(200);
		assertThat(get("/oauth2/userinfo").header("Authorization", "Bearer " + before.path("access_token").asString())
			.send()
			.status()).isEqualTo(200);
		var after = refresh("web", before.path("refresh_token").asString()).send().json();
		assertThat(key(after.path("id_token"))).as("another key").isNotEqualTo(signer);
		for (var token : List.of(before.path("id_token"), before.path("access_token"), after.path("id_token"),
				after.path("access_token"))) {
			assertThat(verifies(token)).isTrue();
		}
		assertThat(post("/oauth2/introspect", "token", before.path("access_token").asString())
			.secret("web", OAuthDoubles.SECRET)
			.send()
			.json()
			.path("active")
			.asBoolean()).isTrue();
	}

	@Test
	void idTokenHintIsValidWhileItsKeyIsPublished() throws Exception {
		var somebody = verified();
		var hint = given(somebody, "web").path("id_token");
		assertThat(rotate(somebody)).isEqualTo(200);
		this.clock.move(OVERLAP.minusSeconds(5));
		this.rotateSigningKeys.run();
		assertThat(logout(somebody, hint).location()).as("expired, but accepted").isEqualTo(OAuthDoubles.AFTER_LOGOUT);
		this.clock.move(A_WHILE);
		this.rotateSigningKeys.run();
		this.clock.move(A_WHILE);
		assertThat(verifies(hint)).as("its key is gone").isFalse();
		assertThat(logout(somebody, hint).status()).isEqualTo(400);
	}

	private Reply logout(TestUser somebody, JsonNode hint) {
		return post("/oauth2/logout", "id_token_hint", hint.asString(), "post_logout_redirect_uri",
				OAuthDoubles.AFTER_LOGOUT)
			.by(somebody)
			.send();
	}

	private int rotate(TestUser notYet) {
		assertThat(this.api.post("/api/v1/admin/keys/rotate").as(notYet).send().status()).isEqualTo(403);
		return this.api.post("/api/v1/admin/keys/rotate").as(this.api.admin()).send().status();
	}

	private JWKSet published() {
		try {
			return JWKSet.parse(get("/oauth2/jwks").send().body());
		}
		catch (ParseException ex) {
			throw new AssertionError(ex);
		}
	}

	private static String key(JsonNode token) throws ParseException {
		return SignedJWT.parse(token.asString()).getHeader().getKeyID();
	}

	private boolean verifies(JsonNode token) throws ParseException, JOSEException {
		var key = published().getKeyByKeyId(key(token));
		return key != null && SignedJWT.parse(token.asString()).verify(new RSASSAVerifier(key.toRSAKey()));
	}

}
