package org.parley.auth;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.Test;
import org.parley.platform.test.TestProofs;
import org.parley.platform.test.TestTokens;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * OWASP ASVS 5.0.0, chapters V9 and, as far as it is about Parley's own tokens, V10,
 * against the running service. What is not here is in docs/asvs.md, with the reason.
 */
@AuthTest
class AsvsTokensIT extends Scene {

	@Autowired
	private Forgery forgery;

	@Test
	void validTokenIsAccepted() {
		assertThat(me(this.forgery.with((claims) -> claims)).status()).isEqualTo(200);
	}

	@Test
	void v9_1_1_modifiedTokenIsRefused() {
		refused("another's signature", "another key", "changed", "no signature");
	}

	@Test
	void v9_1_2_otherAlgorithmsAreRefused() throws Exception {
		refused("no algorithm", "the public key as a shared secret");
		assertThat(SignedJWT.parse(this.api.register().accessToken()).getHeader().getAlgorithm())
			.isEqualTo(JWSAlgorithm.RS256);
	}

	@Test
	void v9_1_3_keyInTheTokenIsIgnored() {
		assertThat(me(this.forgery.thatBringsItsKey()).status()).isEqualTo(401);
	}

	@Test
	void v9_2_1_tokenOutsideItsValidityIsRefused() {
		refused("expired");
		var tomorrow = Date.from(this.clock.instant().plus(Duration.ofDays(1)));
		assertThat(me(this.forgery.with((claims) -> claims.notBeforeTime(tomorrow))).status()).isEqualTo(401);
	}

	@Test
	void v9_2_2_otherTokenTypesAreRefused() {
		refused("another type");
		assertThat(me(this.api.register().refreshToken()).status()).isEqualTo(401);
	}

	@Test
	void v9_2_3_tokenForAnotherAudienceIsRefused() {
		refused("another audience");
		assertThat(me(this.forgery.with((claims) -> claims.audience((String) null))).status()).isEqualTo(401);
	}

	@Test
	void v9_2_4_tokensNameTheirAudience() throws Exception {
		assertThat(SignedJWT.parse(this.api.register().accessToken()).getJWTClaimsSet().getAudience())
			.containsExactly("parley");
	}

	@Test
	void v10_3_1_resourceRequiresItsAudience() {
		refused("another audience", "another issuer");
	}

	@Test
	void v10_3_2_scopeAndRoleAreBothRequired() {
		assertThat(me(this.forgery.tokenFor("threads:read")).code()).isEqualTo("auth.scope-missing");
		assertThat(this.api.get("/api/v1/auth/sessions").token(this.forgery.tokenFor("profile")).send().code())
			.isEqualTo("auth.scope-missing");
		assertThat(me(this.forgery.tokenFor("profile")).status()).isEqualTo(200);
		refused("another person", "no person");
	}

	@Test
	void v10_3_3_subjectIsTheImmutableUserId() throws Exception {
		var somebody = this.api.register();
		assertThat(SignedJWT.parse(somebody.accessToken()).getJWTClaimsSet().getSubject()).isEqualTo(somebody.id());
		var named = this.forgery.with((claims) -> claims.claim("preferred_username", somebody.username()));
		assertThat(me(named).data().path("username").asString()).isEqualTo("admin");
	}

	@Test
	void v10_3_5_boundTokenRequiresAProof() {
		var program = new TestProofs();
		var bound = this.forgery.with((claims) -> claims.claim("cnf", program.confirmation()));
		var proof = program.of("GET", TestTokens.ISSUER + "/api/v1/users/me", bound);
		assertThat(me(bound).code()).isEqualTo("auth.token-invalid");
		assertThat(proven(bound, new TestProofs().of("GET", TestTokens.ISSUER + "/api/v1/users/me", bound)).code())
			.isEqualTo("auth.proof-invalid");
		assertThat(proven(bound, proof).status()).isEqualTo(200);
		assertThat(proven(bound, proof).code()).isEqualTo("auth.proof-invalid");
		var ended = this.forgery
			.with((claims) -> claims.claim("cnf", program.confirmation()).claim("sid", "no-session"));
		assertThat(proven(ended, program.of("GET", TestTokens.ISSUER + "/api/v1/users/me", ended)).code())
			.isEqualTo("auth.token-invalid");
	}

	/** Whatever they still send along: nobody is kept from what takes no token. */
	@Test
	void publicEndpointIgnoresInvalidToken() {
		for (var path : new String[] { "login", "restore-account" }) {
			for (var token : new String[] { "Bearer nonsense", "DPoP nonsense", "DPoP" }) {
				var answer = this.api.post("/api/v1/auth/" + path, "{}").header("Authorization", token).send();
				assertThat(answer.code()).as(path + " with " + token).isEqualTo("request.invalid");
			}
		}
	}

	@Test
	void v10_4_5_refreshTokenReuseEndsTheSession() {
		var somebody = this.api.register();
		var next = TestUser.of(this.api.refresh(somebody.refreshToken()).send());
		this.clock.move(Duration.ofSeconds(11));
		assertThat(this.api.refresh(somebody.refreshToken()).send().code()).isEqualTo("auth.refresh-reused");
		assertThat(this.api.refresh(next.refreshToken()).send().code()).isEqualTo("auth.refresh-invalid");
		assertThat(me(next.accessToken()).status()).isEqualTo(401);
	}

	@Test
	void v10_4_8_refreshTokensExpireDespiteUse() {
		var current = this.api.register();
		for (int month = 0; month < 7; month++) {
			this.clock.move(Duration.ofDays(25));
			current = TestUser.of(this.api.refresh(current.refreshToken()).send());
		}
		this.clock.move(Duration.ofDays(5));
		assertThat(this.api.refresh(current.refreshToken()).send().code()).isEqualTo("auth.refresh-invalid");
	}

	@Test
	void v10_4_9_userRevokesRefreshTokens() {
		var here = this.api.register();
		var there = this.api.login(here.username(), Api.PASSWORD);
		this.api.post("/api/v1/auth/logout-all").as(here).send();
		for (var somebody : List.of(here, there)) {
			assertThat(this.api.refresh(somebody.refreshToken()).send().code()).isEqualTo("auth.refresh-invalid");
		}
	}

	private TestResponse proven(String token, String proof) {
		return this.api.get("/api/v1/users/me").header("Authorization", "DPoP " + token).header("DPoP", proof).send();
	}

	private void refused(String... reasons) {
		var forged = this.forgery.badTokens()
			.stream()
			.collect(Collectors.toMap(Forgery.BadToken::why, Forgery.BadToken::text));
		for (var reason : reasons) {
			assertThat(forged).containsKey(reason);
			assertThat(me(String.valueOf(forged.get(reason))).status()).as(reason).isEqualTo(401);
		}
	}

	private TestResponse me(String token) {
		return this.api.get("/api/v1/users/me").token(token).send();
	}

}
