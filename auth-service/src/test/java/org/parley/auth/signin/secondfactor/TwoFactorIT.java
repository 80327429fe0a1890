package org.parley.auth.signin.secondfactor;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.auth.Api;
import org.parley.auth.Asvs;
import org.parley.auth.AuthTest;
import org.parley.auth.Scene;
import org.parley.auth.signin.secondfactor.code.Totp;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.UriUtils;

import static org.assertj.core.api.Assertions.assertThat;

@AuthTest
class TwoFactorIT extends Scene {

	private static final String TWO_FACTOR = "/api/v1/auth/two-factor";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@Autowired
	private SecondFactors factors;

	@Autowired
	private TotpSecrets totpSecrets;

	@Test
	void enabledFactorRequiresACodeAtSignIn() {
		var somebody = this.api.register();
		assertThat(this.api.get(TWO_FACTOR).as(somebody).send().data().path("enabled").asBoolean()).isFalse();
		var begun = begin(somebody, Api.PASSWORD);
		assertThat(begun.status()).isEqualTo(201);
		var secret = begun.data().path("secret").asString();
		assertThat(secret).matches("[A-Z2-7]{32}");
		var forum = UriUtils.encode(this.api.get("/api/v1/setup").send().data().at("/forum/name").asString(),
				StandardCharsets.UTF_8);
		assertThat(begun.data().path("uri").asString())
			.isEqualTo("otpauth://totp/%s:%s?secret=%s&issuer=%s".formatted(forum, somebody.username(), secret, forum));
		assertThat(login(somebody, null).status()).as("not confirmed yet").isEqualTo(200);
		var confirmed = confirm(somebody, code(somebody));
		assertThat(confirmed.status()).isEqualTo(200);
		assertThat(confirmed.data().path("recoveryCodes")).hasSize(10);
		assertThat(login(somebody, null).code()).isEqualTo("auth.otp-required");
		assertThat(login(somebody, null).status()).isEqualTo(401);
		assertThat(login(somebody, "000000x").code()).isEqualTo("auth.otp-wrong");
		assertThat(login(somebody, code(somebody)).code()).as("the code of the confirmation")
			.isEqualTo("auth.otp-wrong");
		this.clock.move(Duration.ofSeconds(60));
		var code = code(somebody);
		assertThat(login(somebody, code.substring(0, 3) + " " + code.substring(3)).status()).isEqualTo(200);
		assertThat(login(somebody, code).code()).as("the same code again").isEqualTo("auth.otp-wrong");
		var status = this.api.get(TWO_FACTOR).as(somebody).send().data();
		assertThat(status.path("enabled").asBoolean()).isTrue();
		assertThat(status.path("recoveryCodesLeft").asInt()).isEqualTo(10);
		assertThat(kind(somebody, 1)).isEqualTo("two-factor-enabled");
	}

	@Test
	void wrongPasswordRevealsNoSecondFactor() {
		var somebody = anOwnerOfAFactor().somebody();
		assertThat(this.api.loginRequest(somebody.username(), "not my password").send().code())
			.isEqualTo("auth.bad-credentials");
	}

	@Test
	@Asvs({ "6.4.4", "6.5.1" })
	void recoveryCodeSignsInOnceAndAlertsOwner() {
		var owner = anOwnerOfAFactor();
		var code = owner.recoveryCodes().getFirst();
		assertThat(login(owner.somebody(), code.toUpperCase(Locale.ROOT)).status()).isEqualTo(200);
		assertThat(login(owner.somebody(), code).code()).isEqualTo("auth.otp-wrong");
		assertThat(this.api.get(TWO_FACTOR).as(owner.somebody()).send().data().path("recoveryCodesLeft").asInt())
			.isEqualTo(9);
		assertThat(kind(owner.somebody(), 2)).isEqualTo("recovery-code-used");
		assertThat(acts(owner.somebody())).contains("TWO_FACTOR_ENABLED", "RECOVERY_CODE_USED", "CODE_REFUSED");
	}

	@Test
	void concurrentSignInsWithOneCodeHaveOneWinner() throws Exception {
		var owner = anOwnerOfAFactor();
		this.clock.move(Duration.ofSeconds(60));
		var app = code(owner.somebody());
		for (var code : List.of(app, owner.recoveryCodes().getFirst())) {
			try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
				Callable<TestResponse> call = () -> login(owner.somebody(), code);
				var answers = both.invokeAll(List.of(call, call)).stream().map(Future::resultNow).toList();
				assertThat(answers).extracting(TestResponse::status).containsExactlyInAnyOrder(200, 401);
			}
		}
	}

	@Test
	void concurrentEnrolmentsKeepOneSecret() throws Exception {
		var somebody = this.api.register();
		try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
			Callable<TestResponse> call = () -> begin(somebody, Api.PASSWORD);
			var answers = both.invokeAll(List.of(call, call)).stream().map(Future::resultNow).toList();
			assertThat(answers).extracting(TestResponse::status).containsOnly(201);
			var kept = this.totpSecrets.open(this.factors.findById(somebody.id()).orElseThrow()).base32();
			assertThat(answers).extracting((answer) -> answer.data().path("secret").asString()).containsOnlyOnce(kept);
		}
	}

	@Test
	void concurrentWrongCodesAreThrottledAfterFive() throws Exception {
		var owner = anOwnerOfAFactor();
		this.clock.freeze();
		try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
			var calls = IntStream.range(0, 20)
				.<Callable<TestResponse>>mapToObj(
						(number) -> () -> request(owner.somebody(), "12345x").from("198.51.100." + number).send())
				.toList();
			var answers = all.invokeAll(calls).stream().map(Future::resultNow).toList();
			assertThat(answers.stream().filter((answer) -> answer.code().equals("auth.otp-wrong"))).hasSize(5);
			assertThat(answers.stream().filter((answer) -> answer.code().equals("auth.slow-down"))).hasSize(15);
		}
	}

	@Test
	void wrongCodesFromManyAddressesAreThrottled() {
		var owner = anOwnerOfAFactor();
		this.clock.move(Duration.ofSeconds(60));
		for (int i = 0; i < 5; i++) {
			var answer = request(owner.somebody(), "99999x").from("198.51.100." + i).send();
			assertThat(answer.code()).isEqualTo("auth.otp-wrong");
		}
		var slowed = request(owner.somebody(), code(owner.somebody())).from("203.0.113.7").send();
		assertThat(slowed.status()).isEqualTo(429);
		assertThat(slowed.code()).isEqualTo("auth.slow-down");
		this.clock.move(Duration.ofSeconds(30));
		assertThat(login(owner.somebody(), code(owner.somebody())).status()).isEqualTo(200);
	}

	@Test
	void enrolmentWithWrongPasswordIsRefused() {
		var somebody = this.api.register();
		var refused = begin(somebody, "not my password");
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.code()).isEqualTo("auth.password-wrong");
		assertThat(confirm(somebody, "123456").code()).isEqualTo("two-factor.none");
		assertThat(acts(somebody)).contains("PASSWORD_REFUSED");
	}

	@Test
	void expiredEnrolmentIsStartedAgain() {
		var somebody = this.api.register();
		begin(somebody, Api.PASSWORD);
		this.clock.move(Duration.ofMinutes(15));
		var late = this.api.login(somebody.username(), Api.PASSWORD);
		assertThat(confirm(late, code(somebody)).code()).isEqualTo("two-factor.none");
		assertThat(begin(late, Api.PASSWORD).status()).isEqualTo(201);
		assertThat(confirm(late, "no code").code()).isEqualTo("auth.otp-wrong");
		assertThat(confirm(late, code(somebody)).status()).isEqualTo(200);
		assertThat(begin(late, Api.PASSWORD).code()).isEqualTo("two-factor.enabled");
	}

	@Test
	@Asvs("6.5.6")
	void changesOfTheFactorRequirePasswordAndCode() {
		var owner = anOwnerOfAFactor();
		var somebody = owner.somebody();
		for (var path : List.of("/recovery-codes", "/disable")) {
			assertThat(prove(somebody, path, "not my password", owner.recoveryCodes().get(1)).code())
				.isEqualTo("auth.password-wrong");
			assertThat(prove(somebody, path, Api.PASSWORD, "999999x").code()).isEqualTo("auth.otp-wrong");
			assertThat(prove(somebody, path, Api.PASSWORD, "999999x").status()).isEqualTo(403);
			assertThat(prove(this.api.register(), path, Api.PASSWORD, owner.recoveryCodes().get(1)).code())
				.as("another user")
				.isEqualTo("two-factor.none");
		}
		var renewed = prove(somebody, "/recovery-codes", Api.PASSWORD, owner.recoveryCodes().get(1));
		assertThat(renewed.data().path("recoveryCodes")).hasSize(10);
		assertThat(login(somebody, owner.recoveryCodes().get(2)).code()).isEqualTo("auth.otp-wrong");
		var code = renewed.data().at("/recoveryCodes/0").asString();
		assertThat(prove(somebody, "/disable", Api.PASSWORD, code).status()).isEqualTo(204);
		assertThat(login(somebody, null).status()).isEqualTo(200);
		assertThat(this.api.get(TWO_FACTOR).as(somebody).send().data().path("enabled").asBoolean()).isFalse();
		assertThat(acts(somebody)).contains("RECOVERY_CODES_RENEWED", "TWO_FACTOR_DISABLED");
		assertThat(kind(somebody, 5)).isEqualTo("two-factor-disabled");
	}

	@Test
	void sensitiveChangesRequireACode() {
		var owner = anOwnerOfAFactor();
		var somebody = owner.somebody();
		var changes = List.of(
				new SensitiveChange("/api/v1/auth/tokens",
						"\"name\": \"n\", \"scopes\": [\"profile\"], \"expiresAt\": \"%s\""
							.formatted(this.clock.instant().plus(Duration.ofDays(1)))),
				new SensitiveChange("/api/v1/auth/change-email",
						"\"email\": \"other-%s@example.com\"".formatted(somebody.id())),
				new SensitiveChange("/api/v1/auth/passkeys/registration-options", null));
		for (var change : changes) {
			var code = owner.recoveryCodes().get(changes.indexOf(change));
			var without = send(somebody, change, null);
			assertThat(without.status()).as(change.path()).isEqualTo(403);
			assertThat(without.code()).isEqualTo("auth.otp-required");
			var wrong = send(somebody, change, "999999x");
			assertThat(wrong.status()).isEqualTo(403);
			assertThat(wrong.code()).isEqualTo("auth.otp-wrong");
			assertThat(send(somebody, change, code).status()).as(change.path()).isLessThan(300);
			assertThat(send(somebody, change, code).code()).as("used code").isEqualTo("auth.otp-wrong");
		}
		assertThat(acts(somebody)).contains("CODE_REFUSED");
	}

	/** A mailed link is neither a password nor a code. */
	@Test
	@Asvs({ "6.3.4", "6.3.6", "6.4.3" })
	void resetByMailKeepsTheSecondFactor() {
		var somebody = anOwnerOfAFactor().somebody();
		this.api.post("/api/v1/auth/forgot-password", "{\"email\": \"%s@example.com\"}".formatted(somebody.username()))
			.send();
		var link = this.postbox.open(this.postbox.about(somebody.id(), "password-reset.requested"), "/data/token");
		assertThat(this.api.loginRequest(somebody.username(), link).send().code()).isEqualTo("auth.bad-credentials");
		assertThat(login(somebody, link.substring(0, 32)).code()).isEqualTo("auth.otp-wrong");
		var reset = this.api
			.post("/api/v1/auth/reset-password",
					"{\"token\": \"%s\", \"password\": \"off with their heads\"}".formatted(link))
			.send();
		assertThat(reset.status()).isEqualTo(204);
		assertThat(reset.body().toString()).doesNotContain("accessToken", "refreshToken");
		assertThat(reset.headers().allValues("Set-Cookie")).isEmpty();
		assertThat(this.api.loginRequest(somebody.username(), "off with their heads").send().code())
			.isEqualTo("auth.otp-required");
	}

	@Test
	void administratorResetsLostFactorAndOwnerIsAlerted() {
		var owner = anOwnerOfAFactor();
		var somebody = owner.somebody();
		var path = "/api/v1/admin/users/" + somebody.id() + "/two-factor";
		assertThat(this.api.delete(path).send().status()).isEqualTo(401);
		assertThat(this.api.delete(path).as(somebody).send().status()).isEqualTo(403);
		var admin = this.api.admin();
		assertThat(this.api.delete(path).as(admin).send().status()).isEqualTo(204);
		assertThat(this.api.get(TWO_FACTOR).as(somebody).send().status()).as("all sessions end").isEqualTo(401);
		assertThat(this.api.refresh(somebody.refreshToken()).send().status()).isEqualTo(401);
		assertThat(login(somebody, null).status()).isEqualTo(200);
		assertThat(kind(somebody, 2)).isEqualTo("two-factor-reset");
		var audit = this.api.get("/api/v1/admin/audit?act=two-factor-reset&user=" + somebody.id()).as(admin).send();
		assertThat(audit.data().at("/0/by").asString()).isEqualTo(admin.id());
		assertThat(this.api.delete(path).as(admin).send().code()).isEqualTo("two-factor.none");
		assertThat(this.api.delete("/api/v1/admin/users/" + admin.id() + "/two-factor").as(admin).send().code())
			.isEqualTo("two-factor.own");
		assertThat(this.api.delete("/api/v1/admin/users/nobody/two-factor").as(admin).send().code())
			.isEqualTo("user.not-found");
	}

	@Test
	@Asvs("6.5.2")
	void secretAndRecoveryCodesAreNotStoredInClear() {
		var owner = anOwnerOfAFactor();
		var kept = String.valueOf(this.mongo.findById(owner.somebody().id(), Document.class, "second_factors"));
		assertThat(kept).doesNotContain(owner.secret()).doesNotContain(owner.recoveryCodes().getFirst());
		assertThat(kept).doesNotContain(owner.recoveryCodes().getFirst().replace("-", ""));
	}

	@Test
	void accountDeletionAndRestoreRequireBothFactors() {
		var somebody = anOwnerOfAFactor().somebody();
		assertThat(close(somebody, null).code()).isEqualTo("auth.otp-required");
		assertThat(close(somebody, "000000").code()).isEqualTo("auth.otp-wrong");
		assertThat(close(somebody, "000000").status()).isEqualTo(403);
		this.clock.move(Duration.ofSeconds(30));
		assertThat(close(somebody, code(somebody)).status()).isEqualTo(202);
		assertThat(restore(somebody, null).code()).isEqualTo("auth.otp-required");
		assertThat(restore(somebody, "000000").code()).isEqualTo("auth.otp-wrong");
		this.clock.move(Duration.ofSeconds(30));
		assertThat(restore(somebody, code(somebody)).status()).isEqualTo(204);
	}

	private TestResponse close(TestUser somebody, @Nullable String code) {
		return this.api
			.request("DELETE", "/api/v1/users/me",
					JSON.createObjectNode().put("password", Api.PASSWORD).put("otp", code).toString())
			.as(somebody)
			.send();
	}

	private TestResponse restore(TestUser somebody, @Nullable String code) {
		return this.api
			.post("/api/v1/auth/restore-account",
					JSON.createObjectNode()
						.put("login", somebody.username())
						.put("password", Api.PASSWORD)
						.put("otp", code)
						.toString())
			.send();
	}

	private Owner anOwnerOfAFactor() {
		var somebody = this.api.register();
		var secret = begin(somebody, Api.PASSWORD).data().path("secret").asString();
		var recoveryCodes = confirm(somebody, code(somebody)).data().path("recoveryCodes");
		return new Owner(somebody, secret, recoveryCodes.valueStream().map((code) -> code.asString()).toList());
	}

	private TestResponse begin(TestUser somebody, String password) {
		return this.api.post(TWO_FACTOR, JSON.createObjectNode().put("password", password).toString())
			.as(somebody)
			.send();
	}

	private TestResponse confirm(TestUser somebody, String code) {
		return this.api.post(TWO_FACTOR + "/confirm", JSON.createObjectNode().put("code", code).toString())
			.as(somebody)
			.send();
	}

	private TestResponse prove(TestUser somebody, String path, String password, String code) {
		return this.api
			.post(TWO_FACTOR + path, JSON.createObjectNode().put("password", password).put("otp", code).toString())
			.as(somebody)
			.send();
	}

	private TestResponse send(TestUser somebody, SensitiveChange change, @Nullable String code) {
		var password = "\"password\": \"%s\"".formatted(Api.PASSWORD);
		var rest = (change.rest() != null) ? ", " + change.rest() : "";
		var otp = (code != null) ? ", \"otp\": \"%s\"".formatted(code) : "";
		return this.api.post(change.path(), "{" + password + rest + otp + "}").as(somebody).send();
	}

	private TestResponse login(TestUser somebody, @Nullable String code) {
		return request(somebody, code).send();
	}

	private Api.Request request(TestUser somebody, @Nullable String code) {
		return this.api.post("/api/v1/auth/login",
				JSON.createObjectNode()
					.put("login", somebody.username())
					.put("password", Api.PASSWORD)
					.put("otp", code)
					.toString());
	}

	private String code(TestUser somebody) {
		var factor = this.factors.findById(somebody.id()).orElseThrow();
		return this.totpSecrets.open(factor).code(Totp.step(this.clock.instant()));
	}

	private String kind(TestUser somebody, int count) {
		return this.postbox.about(somebody.id(), "security.alert", count).at("/data/kind").asString();
	}

	/** A request that requires a proof. */
	private record SensitiveChange(String path, @Nullable String rest) {
	}

	/** A user with a second factor. */
	private record Owner(TestUser somebody, String secret, List<String> recoveryCodes) {
	}

}
