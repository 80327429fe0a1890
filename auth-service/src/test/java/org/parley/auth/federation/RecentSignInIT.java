package org.parley.auth.federation;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.auth.Api;
import org.parley.auth.AuthTest;
import org.parley.auth.Authenticator;
import org.parley.auth.oauth.Visitor;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Every way of signing in with every act that asks for a recent sign-in. */
@AuthTest
class RecentSignInIT extends FederationScene {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private String app = "";

	@BeforeAll
	void addApp() {
		var added = this.api.post("/api/v1/admin/oauth-clients", """
				{"name": "Shop", "kind": "web", "redirectUris": ["https://shop.example/back"],
				"scopes": ["threads:read"]}""").as(this.api.admin()).send();
		this.app = added.data().path("id").asString();
	}

	static Stream<Arguments> ways() {
		return Stream.of(Way.values()).flatMap((way) -> Stream.of(Act.values()).map((act) -> arguments(way, act)));
	}

	@ParameterizedTest
	@MethodSource("ways")
	void recentSignInPermitsTheActAndAnOldOneDoesNot(Way way, Act act) {
		var somebody = signIn(way, act);
		this.clock.move(Duration.ofMinutes(10));
		assertThat(act(somebody, act).code()).as("ten minutes later").isEqualTo("auth.recent-sign-in-required");
		this.clock.move(Duration.ofSeconds(-2));
		var done = act(somebody, act);
		assertThat(done.status()).as(done.toString()).isBetween(200, 204);
	}

	@ParameterizedTest
	@MethodSource("acts")
	void oldSignInAtProviderDoesNotPermitTheActUntilANewOne(Act act) {
		var subject = unique();
		var id = join(subject);
		if (act.isAdministration) {
			promoted(tokenOf(id), act);
		}
		visit(subject, (claims) -> claims.claim("auth_time", second(Duration.ofMinutes(-10))));
		assertThat(act(tokenOf(id), act).code()).isEqualTo("auth.recent-sign-in-required");
		visit(subject, (claims) -> claims.claim("auth_time", null));
		assertThat(act(tokenOf(id), act).code()).as("unknown time").isEqualTo("auth.recent-sign-in-required");
		assertThat(visitAgain(subject, (_) -> {
		}).status()).isEqualTo(303);
		var done = act(tokenOf(id), act);
		assertThat(done.status()).as(done.toString()).isBetween(200, 204);
	}

	@ParameterizedTest
	@EnumSource
	void recentSignInAndCodePermitChangesOfSecondFactor(Way way) {
		var somebody = signIn(way, Act.SECOND_FACTOR);
		var path = "/api/v1/auth/two-factor";
		var app = new Authenticator(this.api.post(path, "{}").as(somebody).send().data().path("secret").asString());
		var codes = confirm(somebody, path + "/confirm", "{\"code\": \"%s\"}", app.code(this.clock.instant()));
		this.clock.move(Duration.ofMinutes(10));
		for (var act : List.of("/recovery-codes", "/disable")) {
			assertThat(this.api.post(path + act, otp(codes.path("recoveryCodes").path(0).asString()))
				.as(somebody)
				.send()
				.code()).isEqualTo("auth.recent-sign-in-required");
		}
		this.clock.move(Duration.ofSeconds(-2));
		assertThat(this.api.post(path + "/disable", otp("000000")).as(somebody).send().code())
			.isEqualTo("auth.otp-wrong");
		var renewed = confirm(somebody, path + "/recovery-codes", "{\"otp\": \"%s\"}",
				codes.path("recoveryCodes").path(0).asString());
		var disabled = this.api.post(path + "/disable", otp(renewed.path("recoveryCodes").path(0).asString()))
			.as(somebody)
			.send();
		assertThat(disabled.status()).as(disabled.toString()).isEqualTo(204);
	}

	private JsonNode confirm(TestUser somebody, String path, String body, String code) {
		var done = this.api.post(path, body.formatted(code)).as(somebody).send();
		assertThat(done.status()).as(done.toString()).isEqualTo(200);
		return done.data();
	}

	private static String otp(String code) {
		return "{\"otp\": \"%s\"}".formatted(code);
	}

	@Test
	void newSignInIsAskedOfTheProvider() {
		assertThat(leave()).doesNotContainKeys("prompt", "max_age");
		assertThat(leave("/oauth2/federation/" + this.provider + "?fresh=true")).containsEntry("prompt", "login")
			.containsEntry("max_age", "0");
		var page = this.visitor.get("/oauth2/login");
		assertThat(page.document().select(".providers a").attr("href")).doesNotContain("fresh");
		join(unique());
		var again = this.visitor.get("/oauth2/login?fresh=true&continue=%2Foauth2%2Fapps");
		assertThat(again.document().select(".providers a[href*=" + this.provider + "]").attr("href"))
			.isEqualTo("/oauth2/federation/" + this.provider + "?continue=%2Foauth2%2Fapps&fresh=true");
	}

	@ParameterizedTest
	@ValueSource(longs = { 0, -59, 30, 3600 })
	void newSignInAtProviderIsAccepted(long seconds) {
		var subject = unique();
		join(subject);
		assertThat(visitAgain(subject, (claims) -> claims.claim("auth_time", second(Duration.ofSeconds(seconds))))
			.status()).isEqualTo(303);
	}

	@ParameterizedTest
	@ValueSource(longs = { -61, -600, -1_000_000_000 })
	void olderSignInAtProviderIsRefused(long seconds) {
		var subject = unique();
		var id = join(subject);
		this.visitor.cookies().remove("parley_browser");
		var seen = visitAgain(subject, (claims) -> claims.claim("auth_time", second(Duration.ofSeconds(seconds))));
		assertThat(problem(seen)).isEqualTo("federation.not-recent");
		assertThat(seen.document().select("main").text()).contains("sign in again").doesNotContain("??");
		assertThat(this.visitor.cookies()).doesNotContainKey("parley_browser");
		assertThat(problem(visitAgain(subject, (claims) -> claims.claim("auth_time", null))))
			.isEqualTo("federation.not-recent");
		assertThat(user(id).getString("role")).isEqualTo("USER");
	}

	@Test
	void timeOfTheFutureCountsAsNow() {
		var subject = unique();
		var id = join(subject);
		visit(subject, (claims) -> claims.claim("auth_time", second(Duration.ofDays(1))));
		var somebody = tokenOf(id);
		this.clock.move(Duration.ofMinutes(10));
		assertThat(act(somebody, Act.TOKEN).code()).isEqualTo("auth.recent-sign-in-required");
	}

	private long second(Duration later) {
		return this.clock.instant().plus(later).getEpochSecond();
	}

	@ParameterizedTest
	@MethodSource("acts")
	void passwordPermitsTheActAtAnyTime(Act act) {
		var somebody = signIn(Way.PASSWORD, act);
		this.clock.move(Duration.ofMinutes(14));
		var wrong = act(somebody, act, "wrong password");
		assertThat(wrong.code()).isEqualTo("auth.password-wrong");
		var done = act(somebody, act, Api.PASSWORD);
		assertThat(done.status()).as(done.toString()).isBetween(200, 204);
	}

	static Stream<Act> acts() {
		return Stream.of(Act.values());
	}

	@Test
	void endedSessionPermitsNothing() {
		var somebody = signIn(Way.PROVIDER, Act.TOKEN);
		this.api.post("/api/v1/auth/logout-all").as(somebody).send();
		assertThat(act(somebody, Act.TOKEN).status()).isEqualTo(401);
	}

	@Test
	void existingPasswordIsNeededToChangeIt() {
		var somebody = this.api.register();
		var path = "/api/v1/auth/change-password";
		var refused = this.api.post(path, "{\"newPassword\": \"off with their heads!\"}").as(somebody).send();
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("currentPassword");
	}

	@Test
	void accountWithoutPasswordSetsItsFirstOne() {
		var somebody = signIn(Way.PROVIDER, Act.TOKEN);
		var path = "/api/v1/auth/change-password";
		var body = "{\"newPassword\": \"off with their heads!\"}";
		this.clock.move(Duration.ofMinutes(10));
		assertThat(this.api.post(path, body).as(somebody).send().code()).isEqualTo("auth.recent-sign-in-required");
		this.clock.move(Duration.ofMinutes(-1));
		assertThat(this.api.post(path, body).as(somebody).send().status()).isEqualTo(204);
		var username = user(somebody.id()).getString("username");
		assertThat(this.api.login(username, "off with their heads!").id()).isEqualTo(somebody.id());
	}

	private TestUser signIn(Way way, Act act) {
		return switch (way) {
			case PASSWORD -> promoted(this.api.register(), act);
			case PASSKEY -> {
				var somebody = promoted(withoutPassword(), act);
				var device = addPasskey(somebody);
				unlink(somebody);
				this.clock.move(Duration.ofMinutes(30));
				yield TestUser.of(show(device));
			}
			case PROVIDER -> promoted(withoutPassword(), act);
			case MAIL -> {
				var somebody = promoted(withoutPassword(), act);
				this.clock.move(Duration.ofMinutes(30));
				signInByMail(somebody);
				yield tokenOf(somebody.id());
			}
		};
	}

	private void signInByMail(TestUser somebody) {
		permitMail(true);
		var path = "/oauth2/login/mail";
		this.visitor = new Visitor(this.port);
		this.visitor.submit(this.visitor.get(path), "main form", "email", user(somebody.id()).getString("email"));
		var code = this.postbox.open(this.postbox.about(somebody.id(), "sign-in.requested"), "/data/token");
		var entered = this.visitor.submit(this.visitor.get(path + "/code"), "main form", "code", code);
		assertThat(entered.location()).isEqualTo("/oauth2/apps");
		permitMail(false);
	}

	private void permitMail(boolean permitted) {
		this.api.put("/api/v1/admin/registration", "{\"mode\": \"open\", \"mailedSignIn\": %s}".formatted(permitted))
			.as(this.api.admin())
			.send();
	}

	private TestUser promoted(TestUser somebody, Act act) {
		if (!act.isAdministration) {
			return somebody;
		}
		this.api.put("/api/v1/admin/users/" + somebody.id() + "/role", "{\"role\": \"admin\"}")
			.as(this.api.admin())
			.send();
		return tokenOf(somebody.id());
	}

	private TestUser withoutPassword() {
		return tokenOf(join(unique()));
	}

	private void unlink(TestUser somebody) {
		var path = "/api/v1/users/me/identities";
		var id = this.api.get(path).as(somebody).send().data().at("/0/id").asString();
		assertThat(this.api.delete(path + "/" + id).as(somebody).send().status()).isEqualTo(204);
		assertThat(this.api
			.delete("/api/v1/users/me/passkeys/"
					+ this.api.get("/api/v1/users/me/passkeys").as(somebody).send().data().at("/0/id").asString())
			.as(somebody)
			.send()
			.code()).as("the only way left").isEqualTo("auth.last-way-in");
	}

	private TestResponse act(TestUser somebody, Act act) {
		return this.api.request(act.method, path(act), body(act).toString()).as(somebody).send();
	}

	private TestResponse act(TestUser somebody, Act act, String password) {
		return this.api.request(act.method, path(act), body(act).put("password", password).toString())
			.as(somebody)
			.send();
	}

	private String path(Act act) {
		return "/api/v1" + act.path.replace("PROVIDER", this.provider).replace("APP", this.app);
	}

	private ObjectNode body(Act act) {
		return (ObjectNode) JSON.readTree(act.body.replace("UNIQUE", unique())
			.replace("PROVIDER", this.provider)
			.replace("LATER", this.clock.instant().plus(Duration.ofDays(1)).toString())
			.replace('\'', '"'));
	}

	/** Ways of signing in; but for the first, the account has no password. */
	enum Way {

		PASSWORD, PASSKEY, PROVIDER, MAIL

	}

	/** Acts that ask for a recent sign-in. */
	enum Act {

		DELETION("DELETE", "/users/me", "{}", false),
		EMAIL("POST", "/auth/change-email", "{'email': 'UNIQUE@example.net'}", false),
		SECOND_FACTOR("POST", "/auth/two-factor", "{}", false),
		TOKEN("POST", "/auth/tokens", "{'name': 'UNIQUE', 'scopes': ['threads:read'], 'expiresAt': 'LATER'}", false),
		ADD_PASSKEY("POST", "/auth/passkeys/registration-options", "{}", false),
		LINK("POST", "/users/me/identities", "{'provider': 'PROVIDER'}", false),
		APP("POST", "/users/me/apps", "{'name': 'UNIQUE', 'kind': 'device', 'scopes': ['threads:read']}", false),
		OPERATORS_APP("POST", "/admin/oauth-clients",
				"{'name': 'UNIQUE', 'kind': 'device', 'scopes': ['threads:read']}", true),
		REGISTRATION_TOKEN("POST", "/admin/oauth-registration-tokens", "{'description': 'UNIQUE'}", true),
		ADD_PROVIDER("POST", "/admin/identity-providers",
				"{'id': 'UNIQUE', 'kind': 'github', 'name': 'UNIQUE', 'clientId': 'a', 'clientSecret': 'b'}", true),
		CHANGE_PROVIDER("PATCH", "/admin/identity-providers/PROVIDER", "{'position': 3}", true),
		CHANGE_APP("PATCH", "/admin/oauth-clients/APP", "{'name': 'UNIQUE'}", true),
		APP_SECRET("POST", "/admin/oauth-clients/APP/secret", "{}", true), DISCOURSE_SITE("POST",
				"/admin/discourse-sites", "{'name': 'UNIQUE', 'address': 'https://UNIQUE.example'}", true);

		private final String method;

		private final String path;

		private final String body;

		private final boolean isAdministration;

		Act(String method, String path, String body, boolean isAdministration) {
			this.method = method;
			this.path = path;
			this.body = body;
			this.isAdministration = isAdministration;
		}

	}

}
