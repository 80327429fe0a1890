package org.parley.auth.federation;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
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
import org.parley.auth.oauth.PageApps;
import org.parley.auth.oauth.Visitor;
import org.parley.auth.signin.secondfactor.VerifyOwner;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Every way of signing in with every act that asks for a recent sign-in. */
@AuthTest
class RecentSignInIT extends FederationScene {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String WEB_APP = """
			{'name': 'UNIQUE', 'kind': 'web', 'redirectUris': ['https://shop.example/back'],
			'scopes': ['threads:read']}""";

	@Autowired
	private PageApps apps;

	private String app = "";

	private String reader = "";

	private final Map<String, String> ownApps = new ConcurrentHashMap<>();

	@BeforeAll
	void addApp() {
		var added = this.api.post("/api/v1/admin/oauth-clients", """
				{"name": "Shop", "kind": "web", "redirectUris": ["https://shop.example/back"],
				"scopes": ["threads:read"]}""").as(this.api.admin()).send();
		this.app = added.data().path("id").asString();
		var reader = this.api.post("/api/v1/admin/oauth-clients", """
				{"name": "Reading list", "kind": "native", "redirectUris": ["%s"],
				"scopes": ["openid", "profile"]}""".formatted(PageApps.BACK)).as(this.api.admin()).send();
		this.reader = reader.data().path("id").asString();
	}

	/**
	 * Every act after one way of signing in, and every way before a member's and an
	 * administrator's act: acts ask the session, and the way only sets its time.
	 */
	static Stream<Arguments> ways() {
		var everyAct = Stream.of(Act.values()).map((act) -> arguments(Way.PROVIDER, act));
		var everyWay = Stream.of(Way.PASSWORD, Way.PASSKEY, Way.MAIL)
			.flatMap((way) -> Stream.of(Act.TOKEN, Act.APP_SECRET).map((act) -> arguments(way, act)));
		return Stream.concat(everyAct, everyWay);
	}

	@ParameterizedTest
	@MethodSource("ways")
	void recentSignInPermitsTheActAndAnOldOneDoesNot(Way way, Act act) {
		var somebody = signIn(way, act);
		this.clock.move(Duration.ofMinutes(10));
		assertThat(act(somebody, act).code()).as("ten minutes later").isEqualTo("auth.recent-sign-in-required");
		this.clock.move(Duration.ofMinutes(-1));
		var done = act(somebody, act);
		assertThat(done.status()).as(done.toString()).isBetween(200, 204);
	}

	@ParameterizedTest
	@EnumSource(names = { "TOKEN", "APP_SECRET" })
	void oldSignInAtProviderDoesNotPermitTheActUntilANewOne(Act act) {
		var subject = unique();
		var id = join(subject);
		prepared(tokenOf(id), act);
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
		this.clock.move(Duration.ofMinutes(-1));
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

	/** An act that no test of this class tries is missing in the matrix. */
	@Test
	void matrixHasEveryActThatAsks() {
		var tried = Stream
			.concat(Stream.of(Act.values()).map((act) -> act.asker),
					Stream.of("ChangePassword.change", "ChangeSecondFactor.disable", "ChangeSecondFactor.renewCodes"))
			.toList();
		var asking = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
			.importPackages("org.parley.auth")
			.get(VerifyOwner.class)
			.getMethodCallsToSelf()
			.stream()
			.map(JavaAccess::getOrigin)
			.filter((origin) -> !origin.getOwner().isEquivalentTo(VerifyOwner.class))
			.map((origin) -> origin.getOwner().getSimpleName() + "." + origin.getName())
			.distinct();
		assertThat(asking).containsExactlyInAnyOrderElementsOf(tried);
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

	@Test
	void demandOfAnAppIsPassedOnToProviderThatTellsNoTime() {
		var silent = unique();
		var path = "/api/v1/admin/identity-providers";
		this.api.post(path,
				"{\"id\": \"%s\", \"kind\": \"github\", \"name\": \"GitHub\", \"clientId\": \"a\", \"clientSecret\": \"b\"}"
					.formatted(silent))
			.as(this.api.admin())
			.send();
		var demanding = this.visitor
			.get("/oauth2/login?fresh=true&continue=%2Foauth2%2Fauthorize%3Fclient_id%3Da%26reauth%3D1");
		assertThat(button(demanding, silent)).endsWith("&fresh=true");
		assertThat(button(demanding, this.provider)).doesNotContain("fresh");
		var usual = this.visitor.get("/oauth2/login?continue=%2Foauth2%2Fauthorize%3Fclient_id%3Da");
		assertThat(button(usual, silent)).isNotEmpty().doesNotContain("fresh");
		this.api.delete(path + "/" + silent).as(this.api.admin()).send();
	}

	@Test
	void appLearnsWhenThePersonHasSignedInAtTheProvider() throws ParseException {
		var subject = unique();
		var id = join(subject);
		var yesterday = second(Duration.ofDays(-1));
		visit(subject, (claims) -> claims.claim("auth_time", yesterday));
		assertThat(identity("").getDateClaim("auth_time")).isEqualTo(Date.from(Instant.ofEpochSecond(yesterday)));
		visit(subject, (claims) -> claims.claim("auth_time", null));
		assertThat(identity("").getSubject()).isEqualTo(id);
		assertThat(identity("&max_age=60").getDateClaim("auth_time")).as("unknown time")
			.isAfter(Date.from(Instant.ofEpochSecond(yesterday)));
		visit(subject, (claims) -> claims.claim("auth_time", second(Duration.ofDays(1))));
		assertThat(identity("").getDateClaim("auth_time")).isBeforeOrEqualTo(Date.from(this.clock.instant()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "&max_age=60", "&prompt=login" })
	void demandOfAnAppIsMetByNewSignInAtProviderOnly(String demand) throws ParseException {
		var subject = unique();
		join(subject);
		this.visitor = new Visitor(this.port);
		var first = this.visitor.follow(this.visitor.get(request(demand)));
		var old = answer(leave(button(first, this.provider)), subject,
				(claims) -> claims.claim("auth_time", second(Duration.ofDays(-1))));
		var again = this.visitor.follow(old);
		assertThat(button(again, this.provider)).endsWith("&fresh=true");
		var left = this.clock.instant();
		var renewed = answer(leave(button(again, this.provider)), subject,
				(claims) -> claims.claim("auth_time", second(Duration.ofSeconds(-30))));
		var back = consent(this.visitor.follow(renewed));
		assertThat(identityOf(back).getDateClaim("auth_time")).as("although the provider's clock is late")
			.isAfterOrEqualTo(Date.from(left.truncatedTo(ChronoUnit.SECONDS)));
	}

	@Test
	void newSignInAtProviderWhoseClockIsLateMeetsDemandOfAnAppAtOnce() throws ParseException {
		var subject = unique();
		join(subject);
		this.visitor = new Visitor(this.port);
		var page = this.visitor.follow(this.visitor.get(request("&prompt=login")));
		var late = second(Duration.ofSeconds(-30));
		var renewed = answer(leave(button(page, this.provider)), subject, (claims) -> claims.claim("auth_time", late));
		var back = consent(this.visitor.follow(renewed));
		assertThat(identityOf(back).getDateClaim("auth_time")).isEqualTo(Date.from(Instant.ofEpochSecond(late)));
	}

	private String request(String demand) {
		return PageApps.authorize(this.reader, PageApps.BACK, "openid profile") + demand;
	}

	/** The ID token of an app to which the visitor consents. */
	private JWTClaimsSet identity(String demand) throws ParseException {
		return identityOf(consent(this.visitor.follow(this.visitor.get(request(demand)))));
	}

	private String consent(Visitor.Seen page) {
		var back = this.visitor.submit(page, "form[action=/oauth2/authorize]");
		assertThat(back.location()).as(back.text()).startsWith(PageApps.BACK);
		return String.valueOf(parameters(back.location()).get("code"));
	}

	private JWTClaimsSet identityOf(String code) throws ParseException {
		var answer = this.apps.token("grant_type=authorization_code&client_id=" + this.reader + "&code=" + code
				+ "&redirect_uri=" + encode(PageApps.BACK) + "&code_verifier=" + PageApps.VERIFIER);
		return SignedJWT.parse(JSON.readTree(answer).path("id_token").asString()).getJWTClaimsSet();
	}

	private static String button(Visitor.Seen page, String provider) {
		return page.document().select(".providers a[href*=" + provider + "]").attr("href");
	}

	@ParameterizedTest
	@ValueSource(longs = { -59, 3600 })
	void newSignInAtProviderIsAccepted(long seconds) {
		var subject = unique();
		join(subject);
		assertThat(visitAgain(subject, (claims) -> claims.claim("auth_time", second(Duration.ofSeconds(seconds))))
			.status()).isEqualTo(303);
	}

	@ParameterizedTest
	@ValueSource(longs = { -61 })
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

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PASSWORD")
	void accountWithoutPasswordSetsItsFirstOne(Way way) {
		var somebody = signIn(way, Act.TOKEN);
		var path = "/api/v1/auth/change-password";
		var body = "{\"newPassword\": \"off with their heads!\"}";
		this.clock.move(Duration.ofMinutes(10));
		assertThat(this.api.post(path, body).as(somebody).send().code()).isEqualTo("auth.recent-sign-in-required");
		this.clock.move(Duration.ofSeconds(-2));
		assertThat(this.api.post(path, body).as(somebody).send().status()).isEqualTo(204);
		var username = user(somebody.id()).getString("username");
		assertThat(this.api.login(username, "off with their heads!").id()).isEqualTo(somebody.id());
	}

	private TestUser signIn(Way way, Act act) {
		return switch (way) {
			case PASSWORD -> prepared(this.api.register(), act);
			case PASSKEY -> {
				var somebody = prepared(withoutPassword(), act);
				var device = addPasskey(somebody);
				unlink(somebody);
				this.clock.move(Duration.ofMinutes(30));
				yield TestUser.of(show(device));
			}
			case PROVIDER -> prepared(withoutPassword(), act);
			case MAIL -> {
				var somebody = prepared(withoutPassword(), act);
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

	/** Gives somebody the role or the app that the act needs. */
	private TestUser prepared(TestUser somebody, Act act) {
		if (act.path.contains("OWN")) {
			this.ownApps.put(somebody.id(), act(somebody, Act.APP).data().path("id").asString());
		}
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
		return this.api.request(act.method, path(act, somebody), body(act).toString()).as(somebody).send();
	}

	private TestResponse act(TestUser somebody, Act act, String password) {
		return this.api.request(act.method, path(act, somebody), body(act).put("password", password).toString())
			.as(somebody)
			.send();
	}

	private String path(Act act, TestUser somebody) {
		return "/api/v1" + act.path.replace("PROVIDER", this.provider)
			.replace("OWN", this.ownApps.getOrDefault(somebody.id(), ""))
			.replace("APP", this.app);
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

	/** Acts that ask for a recent sign-in, by the method that asks. */
	enum Act {

		DELETION("CloseAccount.close", "DELETE", "/users/me", "{}", false),
		EMAIL("RequestEmailChange.request", "POST", "/auth/change-email", "{'email': 'UNIQUE@example.net'}", false),
		SECOND_FACTOR("EnrollSecondFactor.start", "POST", "/auth/two-factor", "{}", false),
		TOKEN("IssuePersonalToken.issue", "POST", "/auth/tokens",
				"{'name': 'UNIQUE', 'scopes': ['threads:read'], 'expiresAt': 'LATER'}", false),
		ADD_PASSKEY("StartPasskeyRegistration.start", "POST", "/auth/passkeys/registration-options", "{}", false),
		LINK("OwnIdentityController.start", "POST", "/users/me/identities", "{'provider': 'PROVIDER'}", false),
		APP("ManageOwnApps.register", "POST", "/users/me/apps", WEB_APP, false),
		CHANGE_OWN_APP("ManageOwnApps.change", "PATCH", "/users/me/apps/OWN", "{'name': 'UNIQUE'}", false),
		OWN_APP_SECRET("ManageOwnApps.rotate", "POST", "/users/me/apps/OWN/secret", "{}", false),
		OPERATORS_APP("AdminAppController.create", "POST", "/admin/oauth-clients", WEB_APP, true),
		CHANGE_APP("AdminAppController.change", "PATCH", "/admin/oauth-clients/APP", "{'name': 'UNIQUE'}", true),
		APP_SECRET("AdminAppController.rotate", "POST", "/admin/oauth-clients/APP/secret", "{}", true),
		REGISTRATION_TOKEN("IssueInitialToken.issue", "POST", "/admin/oauth-registration-tokens",
				"{'description': 'UNIQUE'}", true),
		ADD_PROVIDER("IdentityProviderController.create", "POST", "/admin/identity-providers",
				"{'id': 'UNIQUE', 'kind': 'github', 'name': 'UNIQUE', 'clientId': 'a', 'clientSecret': 'b'}", true),
		CHANGE_PROVIDER("IdentityProviderController.change", "PATCH", "/admin/identity-providers/PROVIDER",
				"{'position': 3}", true),
		DISCOURSE_SITE("ManageDiscourseSites.add", "POST", "/admin/discourse-sites",
				"{'name': 'UNIQUE', 'address': 'https://UNIQUE.example'}", true),
		DIRECTORY_TOKEN("ManageDirectoryTokens.issue", "POST", "/admin/directory-tokens", "{'description': 'UNIQUE'}",
				true);

		private final String asker;

		private final String method;

		private final String path;

		private final String body;

		private final boolean isAdministration;

		Act(String asker, String method, String path, String body, boolean isAdministration) {
			this.asker = asker;
			this.method = method;
			this.path = path;
			this.body = body;
			this.isAdministration = isAdministration;
		}

	}

}
