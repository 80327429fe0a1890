package org.parley.auth;

import java.text.ParseException;
import java.time.Duration;
import java.util.List;

import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.Test;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * OWASP ASVS 5.0.0, chapter V7, against the running service. The reasons for omitted
 * items are in docs/asvs.md.
 */
@AuthTest
class AsvsSessionsIT extends Scene {

	@Autowired
	private Forgery forgery;

	@Test
	void v7_2_1_everyTokenIsVerifiedByTheService() {
		assertThat(this.forgery.badTokens())
			.allSatisfy((bad) -> assertThat(me(bad.text()).status()).as(bad.why()).isEqualTo(401));
	}

	@Test
	void v7_2_2_eachSessionHasNewTokens() {
		var first = this.api.register();
		var second = this.api.login(first.username(), Api.PASSWORD);
		assertThat(second.accessToken()).isNotEqualTo(first.accessToken());
		assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken());
	}

	@Test
	void v7_2_3_refreshTokensAreRandomAndLong() {
		var somebody = this.api.register();
		var next = TestUser.of(this.api.refresh(somebody.refreshToken()).send());
		// 43 characters of base64url are 256 bits.
		assertThat(List.of(somebody.refreshToken(), next.refreshToken())).doesNotHaveDuplicates()
			.allMatch((token) -> token.matches("[A-Za-z0-9_-]{43}"));
	}

	@Test
	void v7_2_4_signInAndRefreshRotateTokens() {
		var first = this.api.register();
		var second = this.api.login(first.username(), Api.PASSWORD);
		assertThat(session(first)).isNotEqualTo(session(second));
		this.api.refresh(first.refreshToken()).send();
		this.clock.move(Duration.ofSeconds(11));
		assertThat(this.api.refresh(first.refreshToken()).send().code()).isEqualTo("auth.refresh-reused");
	}

	@Test
	void v7_3_1_unusedSessionExpires() {
		var somebody = this.api.register();
		this.clock.move(Duration.ofDays(30));
		assertThat(this.api.refresh(somebody.refreshToken()).send().code()).isEqualTo("auth.refresh-invalid");
	}

	@Test
	void v7_3_2_usedSessionExpiresEventually() {
		var current = this.api.register();
		for (int day = 25; day < 180; day += 25) {
			this.clock.move(Duration.ofDays(25));
			current = TestUser.of(this.api.refresh(current.refreshToken()).send());
		}
		this.clock.move(Duration.ofDays(5));
		assertThat(this.api.refresh(current.refreshToken()).send().code()).isEqualTo("auth.refresh-invalid");
	}

	@Test
	void v7_4_1_endedSessionHasNoValidTokens() {
		var somebody = this.api.register();
		assertThat(this.api.post("/api/v1/auth/logout").as(somebody).send().status()).isEqualTo(204);
		assertOver(somebody);
	}

	@Test
	void v7_4_2_banEndsAllSessions() {
		var here = this.api.register();
		var there = this.api.login(here.username(), Api.PASSWORD);
		ban(here);
		for (var somebody : List.of(here, there)) {
			assertThat(me(somebody.accessToken()).status()).isEqualTo(401);
			assertThat(this.api.refresh(somebody.refreshToken()).send().code()).isEqualTo("auth.banned");
		}
	}

	@Test
	void v7_4_3_passwordChangeEndsOtherSessions() {
		var here = this.api.register();
		var there = this.api.login(here.username(), Api.PASSWORD);
		this.api.post("/api/v1/auth/change-password", """
				{"currentPassword": "%s", "newPassword": "off with their heads"}""".formatted(Api.PASSWORD))
			.as(here)
			.send();
		assertOver(there);
		assertThat(me(here.accessToken()).status()).isEqualTo(200);
		assertThat(this.api.post("/api/v1/auth/logout-all").as(here).send().status()).isEqualTo(204);
		assertOver(here);
	}

	@Test
	void v7_4_5_administratorEndsAllSessionsOfAUser() {
		var somebody = this.api.register();
		this.api.post("/api/v1/admin/users/" + somebody.id() + "/logout").as(this.forgery.admin()).send();
		assertOver(somebody);
		assertThat(this.api.loginRequest(somebody.username(), Api.PASSWORD).send().status()).isEqualTo(200);
	}

	@Test
	void v7_5_1_credentialChangeRequiresThePassword() {
		var somebody = this.api.register();
		for (var wish : List.of(wish("change-email", "{\"email\": \"thief@example.net\", \"password\": \"a guess\"}"),
				wish("two-factor", "{\"password\": \"a guess\"}"),
				wish("change-password",
						"{\"currentPassword\": \"a guess\", \"newPassword\": \"off with their heads\"}"),
				wish("two-factor/disable", "{\"password\": \"a guess\", \"otp\": \"123456\"}"))) {
			assertThat(wish.as(somebody).send().code()).isEqualTo("auth.password-wrong");
		}
	}

	@Test
	void v7_5_2_userListsAndEndsTheirSessions() {
		var here = this.api.register();
		var there = this.api.login(here.username(), Api.PASSWORD);
		var sessions = sessions(here).data();
		assertThat(sessions).hasSize(2);
		var other = sessions.valueStream()
			.filter((session) -> !session.path("current").asBoolean())
			.map(AsvsSessionsIT::id)
			.findAny()
			.orElseThrow();
		assertThat(this.api.delete("/api/v1/auth/sessions/" + other).as(here).send().status()).isEqualTo(204);
		assertOver(there);
		assertThat(sessions(here).data()).hasSize(1);
		assertThat(this.api.get("/api/v1/auth/sessions").send().status()).as("anonymous").isEqualTo(401);
		assertThat(this.api.delete("/api/v1/auth/sessions/" + other).send().status()).as("anonymous").isEqualTo(401);
		assertThat(this.api.post("/api/v1/auth/logout-all").send().status()).as("anonymous").isEqualTo(401);
	}

	@Test
	void v7_5_3_longLivedTokenRequiresThePassword() {
		var somebody = this.api.register();
		var answer = wish("tokens",
				"{\"name\": \"thief\", \"scopes\": [\"profile\"], \"expiresAt\": \"%s\", \"password\": \"a guess\"}"
					.formatted(this.clock.instant().plus(Duration.ofDays(1))))
			.as(somebody)
			.send();
		assertThat(answer.code()).isEqualTo("auth.password-wrong");
	}

	@Test
	void v7_6_2_sessionRequiresASignIn() {
		for (var path : List.of("register", "login", "refresh")) {
			var answer = this.api.get("/api/v1/auth/" + path).send();
			assertThat(answer.status()).isEqualTo(405);
			assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
		}
	}

	private void assertOver(TestUser somebody) {
		assertThat(me(somebody.accessToken()).status()).isEqualTo(401);
		assertThat(this.api.refresh(somebody.refreshToken()).send().code()).isEqualTo("auth.refresh-invalid");
	}

	private void ban(TestUser somebody) {
		this.api.post("/api/v1/admin/users/" + somebody.id() + "/ban", "{\"reason\": \"Rude.\"}")
			.as(this.forgery.admin())
			.send();
	}

	private Api.Request wish(String path, String json) {
		return this.api.post("/api/v1/auth/" + path, json);
	}

	private TestResponse sessions(TestUser somebody) {
		return this.api.get("/api/v1/auth/sessions").as(somebody).send();
	}

	private TestResponse me(String token) {
		return this.api.get("/api/v1/users/me").token(token).send();
	}

	private static String id(JsonNode session) {
		return session.path("id").asString();
	}

	private static String session(TestUser somebody) {
		try {
			return SignedJWT.parse(somebody.accessToken()).getJWTClaimsSet().getStringClaim("sid");
		}
		catch (ParseException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
