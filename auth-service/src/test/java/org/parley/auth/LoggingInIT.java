package org.parley.auth;

import java.time.Duration;
import java.util.Locale;

import io.micrometer.core.instrument.MeterRegistry;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.auth.TestConditions.MovableClock;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;

@AuthTest
@ExtendWith(OutputCaptureExtension.class)
class LoggingInIT {

	@Autowired
	private Api api;

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private MovableClock clock;

	@Autowired
	private MeterRegistry meters;

	@AfterEach
	void now() {
		this.clock.reset();
	}

	@Test
	void nameAndAddressBothSignIn() {
		var somebody = this.api.register();
		var upper = somebody.username().toUpperCase(Locale.ROOT);
		assertThat(this.api.login(upper, Api.PASSWORD).id()).isEqualTo(somebody.id());
		assertThat(this.api.login(upper + "@Example.com", Api.PASSWORD).id()).isEqualTo(somebody.id());
	}

	@Test
	@Asvs("6.3.8")
	void wrongPasswordAndUnknownNameHaveOneAnswer() {
		var wrong = this.api.loginRequest(this.api.register().username(), "not my password").send();
		var unknown = this.api.loginRequest("nobody-who-logs-in", "not my password").send();
		var unknownAddress = this.api.loginRequest("nobody-who-logs-in@example.com", "not my password").send();
		for (var answer : new TestResponse[] { wrong, unknown, unknownAddress }) {
			assertThat(answer.status()).isEqualTo(401);
			assertThat(answer.code()).isEqualTo("auth.bad-credentials");
			assertThat(answer.body().path("detail")).isEqualTo(wrong.body().path("detail"));
		}
	}

	@Test
	@Asvs({ "6.3.1", "8.2.4" })
	void fiveFailuresThrottleTheirAddressOnly() {
		var somebody = this.api.register();
		fail(somebody.username(), "198.51.100.66", 5);
		var slowed = this.api.loginRequest(somebody.username(), Api.PASSWORD).from("198.51.100.66").send();
		assertThat(slowed.status()).isEqualTo(429);
		assertThat(slowed.code()).isEqualTo("auth.slow-down");
		assertThat(slowed.header("Retry-After")).isEqualTo("1");
		assertThat(this.api.loginRequest(somebody.username() + "@example.com", Api.PASSWORD)
			.from("198.51.100.66")
			.send()
			.status()).as("the other name is counted apart, so no delay links the two").isEqualTo(200);
		assertThat(this.api.loginRequest(somebody.username(), Api.PASSWORD).from("203.0.113.7").send().status())
			.as("the owner at home")
			.isEqualTo(200);
	}

	@Test
	void delayGrowsAndSuccessResetsIt() {
		var name = this.api.register().username();
		fail(name, "198.51.100.67", 5);
		this.clock.move(Duration.ofSeconds(1));
		fail(name, "198.51.100.67", 1);
		this.clock.move(Duration.ofSeconds(1));
		assertThat(this.api.loginRequest(name, Api.PASSWORD).from("198.51.100.67").send().status()).isEqualTo(429);
		this.clock.move(Duration.ofSeconds(1));
		assertThat(this.api.loginRequest(name, Api.PASSWORD).from("198.51.100.67").send().status()).isEqualTo(200);
		fail(name, "198.51.100.67", 4);
		assertThat(this.api.loginRequest(name, Api.PASSWORD).from("198.51.100.67").send().status()).isEqualTo(200);
	}

	@Test
	void bcryptHashSignsInAndIsRenewed() {
		var somebody = this.api.register();
		var who = Query.query(Criteria.where("_id").is(somebody.id()));
		var bcrypt = new BCryptPasswordEncoder(4).encode("an old password");
		this.mongo.updateFirst(who, Update.update("passwordHash", bcrypt), "users");
		this.api.login(somebody.username(), "an old password");
		assertThat(String.valueOf(this.mongo.findOne(who, Document.class, "users")))
			.contains("passwordHash=$argon2id$");
		this.api.login(somebody.username(), "an old password");
	}

	@Test
	void cookieDeliverySetsRefreshCookie() {
		var name = this.api.register().username();
		var answer = this.api
			.post("/api/v1/auth/login",
					"""
							{"login": "%s", "password": "%s", "otp": null, "delivery": "cookie"}""".formatted(name,
							Api.PASSWORD))
			.send();
		assertThat(answer.data().propertyNames()).containsExactly("user", "accessToken", "expiresIn");
		var cookie = answer.headers().allValues("Set-Cookie").getLast();
		assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/api/v1/auth").doesNotContain("Secure");

		var pair = cookie.substring(0, cookie.indexOf(';'));
		var stranger = this.api.post("/api/v1/auth/refresh")
			.header("Cookie", pair)
			.header("Sec-Fetch-Site", "cross-site");
		assertThat(stranger.send().code()).isEqualTo("auth.cross-site");
		var refreshed = this.api.post("/api/v1/auth/refresh")
			.header("Cookie", pair)
			.header("Sec-Fetch-Site", "same-origin")
			.send();
		assertThat(refreshed.status()).isEqualTo(200);
		assertThat(refreshed.data().has("refreshToken")).isFalse();
		assertThat(refreshed.header("Set-Cookie")).startsWith("parley_refresh=").doesNotStartWith(pair);
	}

	@Test
	@Asvs({ "6.2.2", "6.2.3", "7.4.3", "7.5.1" })
	void passwordChangeRequiresTheOldOneAndEndsOtherSessions() {
		var here = this.api.register();
		var elsewhere = this.api.login(here.username(), Api.PASSWORD);
		var wrong = change(here, "not my password", "off with their heads");
		assertThat(wrong.status()).isEqualTo(403);
		assertThat(wrong.code()).isEqualTo("auth.password-wrong");
		assertThat(change(here, Api.PASSWORD, "password123").body().at("/errors/0/field").asString())
			.isEqualTo("newPassword");

		assertThat(change(here, Api.PASSWORD, "off with their heads").status()).isEqualTo(204);
		assertThat(this.api.get("/api/v1/users/me").as(here).send().status()).isEqualTo(200);
		assertThat(this.api.get("/api/v1/users/me").as(elsewhere).send().status()).isEqualTo(401);
		assertThat(this.api.refresh(elsewhere.refreshToken()).send().code()).isEqualTo("auth.refresh-invalid");
		assertThat(this.api.loginRequest(here.username(), Api.PASSWORD).send().status()).isEqualTo(401);
		this.api.login(here.username(), "off with their heads");
	}

	@Test
	void signInsAreCountedAndAudited() {
		var good = this.meters.counter("parley.logins", "outcome", "success").count();
		var bad = this.meters.counter("parley.logins", "outcome", "bad-credentials").count();
		var somebody = this.api.register();
		fail(somebody.username(), "198.51.100.69", 1);
		this.api.login(somebody.username(), Api.PASSWORD);
		assertThat(this.meters.counter("parley.logins", "outcome", "success").count()).isEqualTo(good + 1);
		assertThat(this.meters.counter("parley.logins", "outcome", "bad-credentials").count()).isEqualTo(bad + 1);
		var acts = this.mongo.find(Query.query(Criteria.where("userId").is(somebody.id())).with(Sort.by("_id")),
				Document.class, "audit");
		assertThat(acts).extracting((act) -> act.getString("act"))
			.containsExactly("REGISTERED", "SIGN_IN_FAILED", "SIGNED_IN");
		assertThat(acts.get(1)).containsEntry("address", "198.51.100.69").doesNotContainKey("by");
		assertThat(acts.toString()).doesNotContain(somebody.username());
	}

	@Test
	@Asvs("6.2.10")
	void passwordDoesNotExpire() {
		var somebody = this.api.register();
		this.clock.move(Duration.ofDays(400));
		assertThat(this.api.loginRequest(somebody.username(), Api.PASSWORD).send().status()).isEqualTo(200);
	}

	@Test
	void invalidTokenDoesNotPreventSignIn() {
		var somebody = this.api.register();
		assertThat(this.api.loginRequest(somebody.username(), Api.PASSWORD).token("expired").send().status())
			.isEqualTo(200);
		assertThat(this.api.refresh(somebody.refreshToken()).token("expired").send().status()).isEqualTo(200);
	}

	@Test
	void logsHaveNoPersonalDataOrSecrets(CapturedOutput output) {
		var somebody = this.api.register();
		fail(somebody.username(), "198.51.100.70", 5);
		var slowed = this.api.loginRequest(somebody.username(), Api.PASSWORD).from("198.51.100.70").send();
		assertThat(slowed.status()).isEqualTo(429);
		this.api.loginRequest(somebody.username() + "@example.com", "a secret word").send();
		this.api.refresh(somebody.refreshToken()).send();
		this.api.refresh(somebody.refreshToken()).from("198.51.100.71").send();
		assertThat(output.toString()).doesNotContain(somebody.username(), Api.PASSWORD, "a secret word",
				somebody.refreshToken(), somebody.accessToken(), "198.51.100.7");
	}

	private TestResponse change(TestUser somebody, String current, String next) {
		return this.api.post("/api/v1/auth/change-password", """
				{"currentPassword": "%s", "newPassword": "%s"}""".formatted(current, next)).as(somebody).send();
	}

	private void fail(String login, String address, int times) {
		for (int i = 0; i < times; i++) {
			assertThat(this.api.loginRequest(login, "not my password").from(address).send().status()).isEqualTo(401);
		}
	}

}
