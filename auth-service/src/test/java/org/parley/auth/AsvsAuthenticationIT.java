package org.parley.auth;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * OWASP ASVS 5.0.0, chapter V6, against the running service. The reasons for omitted
 * items are in docs/asvs.md.
 */
@AuthTest
class AsvsAuthenticationIT extends Scene {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String NEXT = "off with their heads";

	private static final String WRONG = "not my password";

	@Test
	void v6_2_1_passwordsHaveAtLeastEightCharacters() {
		refused("password.length", register("seven77"));
		assertThat(register("eight 88").status()).isEqualTo(201);
	}

	@Test
	void v6_2_2_userChangesTheirPassword() {
		var somebody = this.api.register();
		assertThat(change(somebody, Api.PASSWORD, NEXT).status()).isEqualTo(204);
		assertThat(login(somebody, Api.PASSWORD, null).status()).isEqualTo(401);
		assertThat(login(somebody, NEXT, null).status()).isEqualTo(200);
	}

	@Test
	void v6_2_3_changeRequiresTheCurrentPassword() {
		var somebody = this.api.register();
		assertThat(change(somebody, WRONG, NEXT).code()).isEqualTo("auth.password-wrong");
		assertThat(change(somebody, null, NEXT).body().at("/errors/0/field").asString()).isEqualTo("currentPassword");
		assertThat(change(somebody, Api.PASSWORD, null).body().at("/errors/0/field").asString())
			.isEqualTo("newPassword");
		assertThat(login(somebody, Api.PASSWORD, null).status()).isEqualTo(200);
	}

	@Test
	void v6_2_4_commonPasswordsAreRefused() throws IOException {
		var common = new ClassPathResource("common-passwords.txt").getContentAsString(StandardCharsets.UTF_8)
			.lines()
			.filter((password) -> password.length() >= 8)
			.toList();
		assertThat(common).hasSizeGreaterThanOrEqualTo(3_000);
		var somebody = this.api.register();
		var link = resetLink(somebody);
		IntStream.range(0, 30).mapToObj((number) -> common.get(number * common.size() / 30)).forEach((password) -> {
			refused("password.common", register(password.toUpperCase(Locale.ROOT)));
			refused("password.common", change(somebody, Api.PASSWORD, password));
			refused("password.common", reset(link, password));
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "onlylowercaseletters", "ONLYUPPERCASELETTERS", "20483759105", "        x       ",
			"пароль длинный", "🦉🦊🐘🐳🦉🦊🐘🐳", "'; DROP TABLE users; --", "<script>alert(1)</script>",
			"tab\there\tand there" })
	void v6_2_5_passwordsOfAnyCompositionAreAccepted(String password) {
		var registered = register(password);
		assertThat(registered.status()).isEqualTo(201);
		assertThat(login(TestUser.of(registered), password, null).status()).isEqualTo(200);
	}

	@Test
	void v6_2_8_passwordsAreComparedExactly() {
		var longest = "x" + "ab".repeat(63) + "c";
		var somebody = TestUser.of(register(longest));
		for (var other : List.of(longest.substring(0, 127), longest.substring(0, 127) + "d", longest + " ",
				" " + longest, longest.toUpperCase(Locale.ROOT))) {
			assertThat(login(somebody, other, null).status()).isEqualTo(401);
			this.clock.move(Duration.ofMinutes(15));
		}
		assertThat(login(somebody, longest, null).status()).isEqualTo(200);
	}

	@Test
	void v6_2_9_longPasswordsAreAccepted() {
		for (int length : new int[] { 64, 65, 128 }) {
			assertThat(register("ab".repeat(64).substring(0, length)).status()).isEqualTo(201);
		}
		refused("password.length", register("ab".repeat(64) + "c"));
	}

	@Test
	void v6_2_10_passwordsDoNotExpire() {
		var somebody = this.api.register();
		this.clock.move(Duration.ofDays(400));
		assertThat(login(somebody, Api.PASSWORD, null).status()).isEqualTo(200);
	}

	@Test
	void v6_2_11_contextWordsAreRefused() {
		for (var password : List.of("Parley2026!", "forum-admin-1", "Moderator#99")) {
			refused("password.common", register(password));
		}
		var somebody = this.api.register();
		refused("password.common", change(somebody, Api.PASSWORD, somebody.username() + "2026"));
		refused("password.common", reset(resetLink(somebody), somebody.username() + "@example.com!"));
	}

	@Test
	void v6_3_1_guessesAreThrottledWithoutLockout() {
		var somebody = this.api.register();
		this.clock.freeze();
		for (int i = 0; i < 5; i++) {
			assertThat(from("198.51.100.110", somebody, WRONG).status()).isEqualTo(401);
		}
		var slowed = from("198.51.100.110", somebody, Api.PASSWORD);
		assertThat(slowed.status()).isEqualTo(429);
		assertThat(slowed.header("Retry-After")).isEqualTo("1");
		assertThat(from("198.51.100.111", somebody, Api.PASSWORD).status()).as("the owner elsewhere").isEqualTo(200);
	}

	@Test
	void v6_3_4_onlySignInAndRegistrationIssueTokens() {
		var owner = anOwnerOfAFactor();
		var verification = token(this.api.register(), "email-verification.requested");
		var link = resetLink(owner.somebody());
		for (var answer : List.of(post("verify-email", "{\"token\": \"%s\"}".formatted(verification)),
				reset(link, NEXT), post("forgot-password", "{\"email\": \"nobody@example.net\"}"))) {
			assertThat(answer.status()).isBetween(200, 204);
			assertThat(answer.body().toString()).doesNotContain("accessToken", "refreshToken");
			assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
		}
		assertThat(login(owner.somebody(), NEXT, null).code()).isEqualTo("auth.otp-required");
	}

	@Test
	void v6_3_5_signInWithNewDeviceAlertsOwner() {
		var somebody = this.api.register();
		assertThat(from("198.51.100.112", somebody, Api.PASSWORD).status()).isEqualTo(200);
		assertThat(alert(somebody, 1)).isEqualTo("new-device");
	}

	@Test
	void v6_3_6_mailIsNoFactor() {
		var owner = anOwnerOfAFactor();
		var link = resetLink(owner.somebody());
		assertThat(login(owner.somebody(), link, null).status()).isEqualTo(401);
		assertThat(login(owner.somebody(), Api.PASSWORD, link.substring(0, 32)).code()).isEqualTo("auth.otp-wrong");
	}

	@Test
	void v6_3_7_credentialChangeAlertsOwner() {
		var somebody = this.api.register();
		change(somebody, Api.PASSWORD, NEXT);
		assertThat(alert(somebody, 1)).isEqualTo("password-changed");
		reset(resetLink(somebody), Api.PASSWORD);
		assertThat(alert(somebody, 2)).isEqualTo("password-reset");
		var again = this.api.login(somebody.username(), Api.PASSWORD);
		this.api
			.post("/api/v1/auth/change-email",
					"{\"email\": \"next-%s@example.net\", \"password\": \"%s\"}".formatted(somebody.username(),
							Api.PASSWORD))
			.as(again)
			.send();
		assertThat(alert(somebody, 3)).isEqualTo("email-change-requested");
	}

	@Test
	void v6_3_8_responsesRevealNoAccounts() {
		var somebody = this.api.register();
		var known = login(somebody, WRONG, null);
		var unknown = this.api.loginRequest("nobody-of-this-kind", WRONG).send();
		assertThat(known.status()).isEqualTo(unknown.status());
		for (var property : List.of("type", "title", "detail", "code")) {
			assertThat(known.body().path(property)).isEqualTo(unknown.body().path(property));
		}
		assertThat(known.headers().map().keySet()).isEqualTo(unknown.headers().map().keySet());
		var forgotten = post("forgot-password", "{\"email\": \"%s@example.com\"}".formatted(somebody.username()));
		var never = post("forgot-password", "{\"email\": \"nobody-of-this-kind@example.com\"}");
		assertThat(forgotten.status()).isEqualTo(never.status()).isEqualTo(202);
		assertThat(forgotten.body()).isEqualTo(never.body());
	}

	/** The refusal depends on the text only. */
	@ParameterizedTest
	@ValueSource(strings = { "???", "alice", "a@b", "@example.org", "a b@example.org", "a@@example.org", "あ@example.jp",
			"Alice <alice@example.org>", "" })
	void otherTextIsRefusedAsAddressOfForgottenPassword(String text) {
		var answer = post("forgot-password", "{\"email\": \"%s\"}".formatted(text));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.body().path("errors").path(0).path("field").asString()).isEqualTo("email");
		assertThat(answer.body().path("errors").path(0).path("code").asString()).isEqualTo("mail-address");
	}

	@Test
	void v6_4_1_mailedTokensAreRandomAndExpire() {
		var somebody = this.api.register();
		var links = Stream.of(token(somebody, "email-verification.requested"), resetLink(somebody)).toList();
		assertThat(links).doesNotHaveDuplicates().allMatch((link) -> link.matches("[A-Za-z0-9_-]{43}"));
		this.clock.move(Duration.ofHours(24));
		assertThat(post("verify-email", "{\"token\": \"%s\"}".formatted(links.getFirst())).code())
			.isEqualTo("auth.link-invalid");
		assertThat(reset(links.getLast(), NEXT).code()).isEqualTo("auth.link-invalid");
	}

	@Test
	void v6_4_2_thereAreNoHintsOrQuestions() {
		for (var property : List.of("hint", "passwordHint", "question", "secretAnswer")) {
			var answer = post("register",
					"{\"name\": \"Hinter\", \"email\": \"hinter@example.net\", \"password\": \"%s\", \"%s\": \"x\"}"
						.formatted(Api.PASSWORD, property));
			assertThat(answer.status()).isEqualTo(400);
		}
	}

	@Test
	void v6_4_3_resetKeepsTheSecondFactor() {
		var owner = anOwnerOfAFactor();
		assertThat(reset(resetLink(owner.somebody()), NEXT).status()).isEqualTo(204);
		assertThat(login(owner.somebody(), NEXT, null).code()).isEqualTo("auth.otp-required");
		this.clock.move(Duration.ofSeconds(60));
		assertThat(login(owner.somebody(), NEXT, owner.app().code(this.clock.instant())).status()).isEqualTo(200);
	}

	@Test
	void v6_4_4_recoveryCodeReplacesALostApp() {
		var owner = anOwnerOfAFactor();
		assertThat(login(owner.somebody(), Api.PASSWORD, owner.papers().getFirst()).status()).isEqualTo(200);
		assertThat(login(owner.somebody(), Api.PASSWORD, "a".repeat(24)).code()).isEqualTo("auth.otp-wrong");
	}

	@Test
	void v6_4_6_administratorsSetNoPasswords() {
		var somebody = this.api.register();
		for (var path : List.of("", "/password", "/reset-password")) {
			for (var method : List.of("PUT", "POST", "PATCH")) {
				var answer = this.api
					.request(method, "/api/v1/admin/users/" + somebody.id() + path,
							"{\"password\": \"%s\"}".formatted(NEXT))
					.as(this.api.admin())
					.send();
				assertThat(answer.status()).isBetween(400, 405);
			}
		}
		assertThat(login(somebody, Api.PASSWORD, null).status()).isEqualTo(200);
	}

	@Test
	void v6_5_1_codeIsValidOnce() {
		var owner = anOwnerOfAFactor();
		this.clock.move(Duration.ofSeconds(60));
		for (var code : List.of(owner.app().code(this.clock.instant()), owner.papers().getFirst())) {
			assertThat(login(owner.somebody(), Api.PASSWORD, code).status()).isEqualTo(200);
			assertThat(login(owner.somebody(), Api.PASSWORD, code).code()).isEqualTo("auth.otp-wrong");
		}
	}

	@Test
	void v6_5_2_recoveryCodesAreStoredHashed() {
		var owner = anOwnerOfAFactor();
		var kept = String.valueOf(this.mongo.findById(owner.somebody().id(), Document.class, "second_factors"));
		assertThat(owner.papers()).allSatisfy((paper) -> {
			// 24 letters and digits of base32 are 120 bits.
			assertThat(paper.replace("-", "")).matches("[a-z2-7]{24}");
			assertThat(kept).doesNotContain(paper).doesNotContain(paper.replace("-", ""));
		});
	}

	@Test
	void v6_5_4_recoveryCodesAreRandom() {
		var papers = Stream.concat(anOwnerOfAFactor().papers().stream(), anOwnerOfAFactor().papers().stream()).toList();
		assertThat(papers).hasSize(20).doesNotHaveDuplicates();
	}

	@Test
	void v6_5_5_codeOfTheAppExpires() {
		var owner = anOwnerOfAFactor();
		this.clock.move(Duration.ofMinutes(10));
		var code = owner.app().code(this.clock.instant());
		this.clock.move(Duration.ofSeconds(60));
		assertThat(login(owner.somebody(), Api.PASSWORD, code).code()).isEqualTo("auth.otp-wrong");
	}

	@Test
	void v6_5_6_factorIsRevocable() {
		var owner = anOwnerOfAFactor();
		var disabled = this.api
			.post("/api/v1/auth/two-factor/disable",
					"{\"password\": \"%s\", \"otp\": \"%s\"}".formatted(Api.PASSWORD, owner.papers().getLast()))
			.as(owner.somebody())
			.send();
		assertThat(disabled.status()).isEqualTo(204);
		assertThat(login(owner.somebody(), Api.PASSWORD, null).status()).isEqualTo(200);
	}

	@Test
	void v6_5_8_codesAreVerifiedByTheServersClock() {
		var owner = anOwnerOfAFactor();
		var later = this.clock.instant().plus(Duration.ofHours(1));
		var answer = this.api
			.post("/api/v1/auth/login", credentials(owner.somebody(), Api.PASSWORD, owner.app().code(later)))
			.header("X-Timestamp", later.toString())
			.send();
		assertThat(answer.code()).isEqualTo("auth.otp-wrong");
	}

	@Test
	void v6_7_2_challengesAreLongAndUnique() {
		var challenges = IntStream.range(0, 50)
			.mapToObj((_) -> this.api.post("/api/v1/auth/passkeys/sign-in-options").send().data())
			.map((options) -> options.path("challenge").asString())
			.toList();
		assertThat(challenges).doesNotHaveDuplicates()
			.allSatisfy((challenge) -> assertThat(Base64.getUrlDecoder().decode(challenge)).hasSize(32));
	}

	private Owner anOwnerOfAFactor() {
		var somebody = this.api.register();
		var begun = this.api.post("/api/v1/auth/two-factor", "{\"password\": \"%s\"}".formatted(Api.PASSWORD))
			.as(somebody)
			.send();
		var app = new Authenticator(begun.data().path("secret").asString());
		var confirmed = this.api
			.post("/api/v1/auth/two-factor/confirm", "{\"code\": \"%s\"}".formatted(app.code(this.clock.instant())))
			.as(somebody)
			.send();
		var papers = confirmed.data().path("recoveryCodes").valueStream().map((code) -> code.asString()).toList();
		return new Owner(somebody, app, papers);
	}

	private TestResponse register(String password) {
		var name = Ids.next();
		return post("register",
				JSON.createObjectNode()
					.put("name", name)
					.put("email", name + "@example.net")
					.put("password", password)
					.toString());
	}

	private TestResponse change(TestUser somebody, @Nullable String current, @Nullable String next) {
		return this.api
			.post("/api/v1/auth/change-password",
					JSON.createObjectNode().put("currentPassword", current).put("newPassword", next).toString())
			.as(somebody)
			.send();
	}

	private String resetLink(TestUser somebody) {
		post("forgot-password", "{\"email\": \"%s@example.com\"}".formatted(somebody.username()));
		return token(somebody, "password-reset.requested");
	}

	private String token(TestUser somebody, String type) {
		return this.postbox.open(this.postbox.about(somebody.id(), type), "/data/token");
	}

	private TestResponse reset(String token, String password) {
		return post("reset-password", JSON.createObjectNode().put("token", token).put("password", password).toString());
	}

	private TestResponse from(String address, TestUser somebody, String password) {
		return this.api.loginRequest(somebody.username(), password).from(address).send();
	}

	private TestResponse login(TestUser somebody, String password, @Nullable String otp) {
		return post("login", credentials(somebody, password, otp));
	}

	private static String credentials(TestUser somebody, String password, @Nullable String otp) {
		return JSON.createObjectNode()
			.put("login", somebody.username())
			.put("password", password)
			.put("otp", otp)
			.toString();
	}

	private String alert(TestUser somebody, int count) {
		return this.postbox.about(somebody.id(), "security.alert", count).at("/data/kind").asString();
	}

	private TestResponse post(String path, String json) {
		return this.api.post("/api/v1/auth/" + path, json).send();
	}

	private static void refused(String code, TestResponse answer) {
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.body().at("/errors/0/code").asString()).isEqualTo(code);
	}

	/** TestUser with a second factor. */
	private record Owner(TestUser somebody, Authenticator app, List<String> papers) {
	}

}
