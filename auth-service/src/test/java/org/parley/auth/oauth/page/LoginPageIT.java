package org.parley.auth.oauth.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.auth.Api;
import org.parley.auth.AuthTest;
import org.parley.auth.Scene;
import org.parley.auth.oauth.Visitor;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;

/** The sign-in page without scripts. */
@AuthTest
class LoginPageIT extends Scene {

	private static final String CODE = "form[action=/oauth2/login/code]";

	private static final String RESTORATION = "form[action=/oauth2/login/restore]";

	private static final String OUT = "form[action=/oauth2/login/sign-out]";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@LocalServerPort
	private int port;

	private Visitor visitor = new Visitor(0);

	@BeforeEach
	void visit() {
		this.visitor = new Visitor(this.port);
	}

	@Test
	void signInReturnsToTheRequestedPage() {
		var somebody = this.api.register();
		var asked = this.visitor.get("/oauth2/device?user_code=BCDF-GHJK");
		assertThat(asked.status()).isEqualTo(303);
		assertThat(asked.location()).isEqualTo("/oauth2/login?continue=%2Foauth2%2Fdevice%3Fuser_code%3DBCDF-GHJK");
		var page = this.visitor.get(asked.location());
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.title()).isEqualTo("Sign in – Parley");
		var done = this.visitor.signIn(page, somebody);
		assertThat(done.status()).isEqualTo(303);
		assertThat(done.location()).isEqualTo("/oauth2/device?user_code=BCDF-GHJK");
		assertThat(this.visitor.follow(done).document().select(".me").text()).contains(somebody.username());
		assertThat(this.visitor.get(asked.location()).location()).as("signed in already")
			.isEqualTo("/oauth2/device?user_code=BCDF-GHJK");
		assertThat(acts(somebody)).endsWith("SIGNED_IN");
	}

	@Test
	void pageLeadsToRecoveryAndRegistration() {
		var page = this.visitor.get("/oauth2/login").document();
		assertThat(page.select("a[href=/forgot-password]").text()).isEqualTo("Forgot password?");
		assertThat(page.select("a[href=/register]").text()).isEqualTo("Create account");
		assertThat(page.select("header a[href=/]").text()).isEqualTo("Parley");
	}

	/** Whoever signs in at the site itself goes on to nowhere else. */
	@Test
	void pageNamesNoAppForTheSiteItself() {
		var page = this.visitor.get("/oauth2/login?continue=%2Foauth2%2Fauthorize%3Fclient_id%3Dparley-web");
		assertThat(page.document().select("main").text()).contains("Sign in").doesNotContain("to continue");
	}

	@ParameterizedTest
	@CsvSource({ "closed, false", "invitation, false", "approval, true", "open, true" })
	void pageOffersRegistrationToThoseWhoCanRegister(String mode, boolean offered) {
		permit(mode);
		try {
			var page = this.visitor.get("/oauth2/login").document();
			assertThat(!page.select("a[href^=/register]").isEmpty()).isEqualTo(offered);
		}
		finally {
			permit("open");
		}
	}

	private void permit(String mode) {
		assertThat(this.api.put("/api/v1/admin/registration", "{\"mode\": \"%s\"}".formatted(mode))
			.as(this.api.admin())
			.send()
			.status()).isEqualTo(200);
	}

	@Test
	void registrationReturnsToThePageOfItsOrigin() {
		var page = this.visitor.get("/oauth2/login?continue=%2Foauth2%2Fdevice%3Fuser_code%3DBCDF");
		assertThat(page.document().select("a[href^=/register]").attr("href"))
			.isEqualTo("/register?return=%2Foauth2%2Fdevice%3Fuser_code%3DBCDF");
	}

	@ParameterizedTest
	@CsvSource({ "de, ltr, Anmelden – Parley", "fr, ltr, Se connecter – Parley", "ar, rtl, تسجيل الدخول – Parley" })
	void pageLooksAsWasChosenInTheWebClient(String language, String direction, String title) {
		this.visitor.cookies().put("parley_language", language);
		this.visitor.cookies().put("parley_theme", "dark");
		var page = this.visitor.get("/oauth2/login");
		assertThat(page.title()).isEqualTo(title);
		assertThat(page.document().select("html").attr("lang")).isEqualTo(language);
		assertThat(page.document().select("html").attr("dir")).isEqualTo(direction);
		assertThat(page.document().select("html").attr("data-theme")).isEqualTo("dark");
	}

	@Test
	void logoIsThatOfTheColours() {
		List.of("logo", "logo-dark").forEach(this::uploadLogo);
		try {
			var page = this.visitor.get("/oauth2/login").document();
			assertThat(page.select(".brand source").attr("srcset")).startsWith("/api/v1/brand/images/logo-dark/");
			assertThat(page.select(".brand source").attr("media")).isEqualTo("(prefers-color-scheme: dark)");
			assertThat(page.select(".brand img").attr("src")).startsWith("/api/v1/brand/images/logo/");
			this.visitor.cookies().put("parley_theme", "dark");
			page = this.visitor.get("/oauth2/login").document();
			assertThat(page.select(".brand source")).isEmpty();
			assertThat(page.select(".brand img").attr("src")).startsWith("/api/v1/brand/images/logo-dark/");
		}
		finally {
			List.of("logo", "logo-dark")
				.forEach((kind) -> this.api.delete("/api/v1/admin/brand/images/" + kind).as(this.api.admin()).send());
		}
	}

	private void uploadLogo(String kind) {
		var svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 12 4\"><!--%s--></svg>".formatted(kind);
		var content = Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
		var uploaded = this.api.put("/api/v1/admin/brand/images/" + kind, "{\"content\": \"" + content + "\"}")
			.as(this.api.admin())
			.send();
		assertThat(uploaded.status()).isEqualTo(204);
	}

	@Test
	void cookieIsOpaqueAndStoredHashed() {
		var somebody = this.api.register();
		var cookies = this.visitor.signIn(somebody).cookies();
		assertThat(cookies).filteredOn((cookie) -> cookie.startsWith("parley_browser="))
			.singleElement()
			.asString()
			.contains("; Path=/;", "HttpOnly", "SameSite=Lax", "Max-Age=1209600");
		assertThat(cookies).filteredOn((cookie) -> cookie.startsWith("parley_page_device="))
			.hasSize(2)
			.allSatisfy((cookie) -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax"))
			.anySatisfy((cookie) -> assertThat(cookie).contains("Path=/oauth2;"))
			.anySatisfy((cookie) -> assertThat(cookie).contains("Path=/forgot-password;"));
		assertThat(cookies).noneMatch((cookie) -> cookie.startsWith("JSESSIONID"));
		var secret = this.visitor.cookies().get("parley_browser");
		assertThat(secret).matches("[A-Za-z0-9_-]{43}");
		var kept = this.mongo.find(Query.query(Criteria.where("userId").is(somebody.id())), org.bson.Document.class,
				"browser_sessions");
		assertThat(kept).hasSize(1);
		assertThat(kept.toString()).doesNotContain(secret);
	}

	@Test
	void browserSessionEndsLikeAnyOther() {
		var somebody = this.api.register();
		this.visitor.signIn(somebody);
		var sessions = this.api.get("/api/v1/auth/sessions").as(somebody).send().data();
		assertThat(sessions).hasSize(2);
		var own = sessions.valueStream().filter((session) -> !session.path("current").asBoolean()).findAny();
		assertThat(this.visitor.get("/oauth2/apps").status()).isEqualTo(200);
		this.api.delete("/api/v1/auth/sessions/" + own.orElseThrow().path("id").asString()).as(somebody).send();
		assertThat(this.visitor.get("/oauth2/apps").location()).isEqualTo("/oauth2/login?continue=%2Foauth2%2Fapps");
		this.visitor.signIn(somebody);
		assertThat(this.visitor.get("/oauth2/apps").status()).isEqualTo(200);
		this.api.post("/api/v1/auth/logout-all").as(somebody).send();
		assertThat(this.visitor.get("/oauth2/apps").status()).as("signed out everywhere").isEqualTo(303);
		this.visitor.signIn(somebody);
		this.api.post("/api/v1/admin/users/" + somebody.id() + "/ban", "{\"reason\": \"Advertising.\"}")
			.as(this.api.admin())
			.send();
		assertThat(this.visitor.get("/oauth2/apps").status()).as("banned").isEqualTo(303);
	}

	@Test
	void browserSessionExpiresDespiteUse() {
		var somebody = this.api.register();
		this.visitor.signIn(somebody);
		for (int day = 0; day < 13; day++) {
			this.clock.move(Duration.ofDays(1));
			assertThat(this.visitor.get("/oauth2/apps").status()).isEqualTo(200);
		}
		var used = this.mongo
			.find(Query.query(Criteria.where("userId").is(somebody.id())), org.bson.Document.class, "sessions")
			.getLast();
		assertThat(used.getDate("lastUsedAt").toInstant()).isAfter(used.getDate("createdAt").toInstant());
		this.clock.move(Duration.ofDays(1));
		assertThat(this.visitor.get("/oauth2/apps").status()).isEqualTo(303);
	}

	@Test
	void forgedCookieIsRejected() {
		for (var value : List.of("x", "A".repeat(43), "..", "%00", "A".repeat(3000))) {
			this.visitor.cookies().put("parley_browser", value);
			assertThat(this.visitor.get("/oauth2/apps").status()).as(value).isEqualTo(303);
		}
	}

	@Test
	void failedSignInRevealsNothing() {
		var somebody = this.api.register();
		var page = this.visitor.get("/oauth2/login");
		var wrong = this.visitor.submit(page, Visitor.SIGN_IN, "login", somebody.username(), "password", "wrong");
		var nobody = this.visitor.submit(page, Visitor.SIGN_IN, "login", "nobody-on-this-page", "password", "wrong");
		for (var refused : List.of(wrong, nobody)) {
			assertThat(refused.status()).isEqualTo(401);
			assertThat(refused.error()).isEqualTo("The name or the password is wrong.");
			var field = refused.document().expectFirst("#password");
			assertThat(field.attr("aria-describedby")).isEqualTo("error");
			assertThat(field.attr("aria-invalid")).isEqualTo("true");
			assertThat(field.hasAttr("autofocus")).isTrue();
			assertThat(field.attr("value")).isEmpty();
			assertThat(refused.cookies()).isEmpty();
		}
		assertThat(wrong.document().select("#login").attr("value")).isEqualTo(somebody.username());
		for (var login : List.of("", "x".repeat(300), "\u0000", "a@b@c", "'\"><script>alert(1)</script>")) {
			var odd = this.visitor.submit(page, Visitor.SIGN_IN, "login", login, "password", "y".repeat(300));
			assertThat(odd.status()).as(login).isEqualTo(401);
			assertThat(odd.document().select("main script")).hasSize(1);
		}
		assertThat(acts(somebody)).endsWith("SIGN_IN_FAILED");
		assertThat(this.visitor.submit(wrong, Visitor.SIGN_IN, "password", Api.PASSWORD).status()).isEqualTo(303);
	}

	@Test
	void wrongPasswordsAreThrottled() {
		var somebody = this.api.register();
		this.clock.freeze();
		var page = this.visitor.get("/oauth2/login");
		for (int i = 0; i < 5; i++) {
			this.visitor.submit(page, Visitor.SIGN_IN, "login", somebody.username(), "password", "wrong");
		}
		var slowed = this.visitor.signIn(page, somebody);
		assertThat(slowed.status()).isEqualTo(429);
		assertThat(slowed.header("Retry-After")).isEqualTo("1");
		assertThat(slowed.error()).contains("Wait 1 s");
		assertThat(this.api.loginRequest(somebody.username(), Api.PASSWORD).send().code()).as("one count for all")
			.isEqualTo("auth.slow-down");
		this.clock.move(Duration.ofSeconds(2));
		assertThat(this.visitor.signIn(page, somebody).status()).isEqualTo(303);
	}

	@Test
	void knownDeviceIsNotThrottledByStrangers() {
		var somebody = this.api.register();
		this.clock.freeze();
		this.visitor.signIn(somebody);
		this.visitor.cookies().remove("parley_browser");
		var stranger = new Visitor(this.port);
		var page = stranger.get("/oauth2/login");
		for (int i = 0; i < 5; i++) {
			stranger.submit(page, Visitor.SIGN_IN, "login", somebody.username(), "password", "wrong");
		}
		assertThat(stranger.signIn(page, somebody).status()).isEqualTo(429);
		assertThat(this.visitor.signIn(somebody).status()).isEqualTo(303);
	}

	@Test
	void secondFactorHasItsOwnPage() {
		var somebody = this.api.register();
		var app = enableSecondFactor(somebody);
		var page = this.visitor.get("/oauth2/login?continue=%2Foauth2%2Fdevice");
		var half = this.visitor.signIn(page, somebody);
		assertThat(half.location()).isEqualTo("/oauth2/login/code?continue=%2Foauth2%2Fdevice");
		assertThat(this.visitor.cookies()).containsKey("parley_second_step").doesNotContainKey("parley_browser");
		assertThat(this.visitor.cookies().get("parley_second_step")).doesNotContain(somebody.id());
		var code = this.visitor.get(half.location());
		assertThat(code.document().select("#code").attr("autocomplete")).isEqualTo("one-time-code");
		var wrong = this.visitor.submit(code, CODE, "code", "00000x");
		assertThat(wrong.status()).isEqualTo(401);
		assertThat(wrong.error()).startsWith("The code is wrong");
		assertThat(this.visitor.submit(wrong, CODE, "code", "").status()).isEqualTo(401);
		assertThat(this.visitor.submit(wrong, CODE, "code", "1".repeat(500)).status()).isEqualTo(401);
		assertThat(acts(somebody)).contains("CODE_REFUSED");
		this.clock.move(Duration.ofSeconds(60));
		var done = this.visitor.submit(wrong, CODE, "code", app.code(this.clock.instant()));
		assertThat(done.location()).isEqualTo("/oauth2/device");
		assertThat(this.visitor.cookies()).containsKey("parley_browser").doesNotContainKey("parley_second_step");
		assertThat(this.visitor.get("/oauth2/device").status()).isEqualTo(200);
	}

	@Test
	void pendingSecondFactorExpires() {
		var somebody = this.api.register();
		var app = enableSecondFactor(somebody);
		this.visitor.signIn(somebody);
		var code = this.visitor.get("/oauth2/login/code");
		assertThat(code.status()).isEqualTo(200);
		var other = new Visitor(this.port);
		assertThat(other.get("/oauth2/login/code").location()).as("another browser").isEqualTo("/oauth2/login");
		this.clock.move(Duration.ofMinutes(6));
		assertThat(this.visitor.submit(code, CODE, "code", app.code(this.clock.instant())).location())
			.isEqualTo("/oauth2/login");
		this.visitor.signIn(somebody);
		this.api
			.post("/api/v1/auth/change-password",
					JSON.createObjectNode()
						.put("currentPassword", Api.PASSWORD)
						.put("newPassword", "another one, not to be guessed")
						.put("otp", app.code(this.clock.instant()))
						.toString())
			.as(somebody)
			.send();
		this.clock.move(Duration.ofMinutes(1));
		assertThat(this.visitor.submit(code, CODE, "code", app.code(this.clock.instant())).location())
			.as("the password is another")
			.isEqualTo("/oauth2/login");
		this.visitor.cookies().put("parley_second_step", "AAAA");
		assertThat(this.visitor.get("/oauth2/login/code").location()).isEqualTo("/oauth2/login");
	}

	@Test
	void banIsRevealedAfterTheCorrectPassword() {
		var somebody = this.api.register();
		this.api.post("/api/v1/admin/users/" + somebody.id() + "/ban", "{\"reason\": \"<b>Advertising.</b>\"}")
			.as(this.api.admin())
			.send();
		var page = this.visitor.get("/oauth2/login");
		var wrong = this.visitor.submit(page, Visitor.SIGN_IN, "login", somebody.username(), "password", "wrong");
		assertThat(wrong.error()).isEqualTo("The name or the password is wrong.");
		var right = this.visitor.signIn(page, somebody);
		assertThat(right.status()).isEqualTo(403);
		assertThat(right.error()).contains("banned", "<b>Advertising.</b>");
		assertThat(right.document().select("#error b")).isEmpty();
		assertThat(this.visitor.cookies()).doesNotContainKey("parley_browser");
		assertThat(acts(somebody)).endsWith("SIGN_IN_FAILED", "SIGN_IN_REFUSED");
	}

	@Test
	void formOfSecondTabContinuesAfterSignInInTheFirst() {
		var somebody = this.api.register();
		var next = "/oauth2/device?user_code=BCDF-GHJK";
		var second = this.visitor.get("/oauth2/login?continue=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
		this.visitor.signIn(somebody);
		var done = this.visitor.signIn(second, somebody);
		assertThat(done.status()).isEqualTo(303);
		assertThat(done.location()).isEqualTo(next);
		var refused = this.visitor.signIn(second, this.api.register());
		assertThat(refused.status()).as("another person").isEqualTo(403);
		var again = refused.document().select("main a.button").attr("href");
		assertThat(this.visitor.get(again).location()).isEqualTo(next);
	}

	@Test
	void codeOrPasskeyOfSecondTabContinuesAfterSignInInTheFirst() {
		var somebody = this.api.register();
		var app = enableSecondFactor(somebody);
		var next = "/oauth2/device?user_code=BCDF-GHJK";
		var login = this.visitor.get("/oauth2/login?continue=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
		var code = this.visitor.follow(this.visitor.signIn(login, somebody));
		this.clock.move(Duration.ofSeconds(60));
		var first = this.visitor.follow(this.visitor.signIn(somebody));
		assertThat(this.visitor.submit(first, CODE, "code", app.code(this.clock.instant())).isLeading()).isTrue();
		assertThat(this.visitor.submit(code, CODE, "code", "123456").location()).isEqualTo(next);
		assertThat(this.visitor.submit(login, "#passkey", "credential", "{}").location()).isEqualTo(next);
		assertThat(this.visitor.submit(login, Visitor.SIGN_IN, "login", "somebody-else").status()).isEqualTo(403);
		assertThat(this.visitor.submit(code, OUT).status()).as("a form that signs nobody in").isEqualTo(403);
	}

	@ParameterizedTest
	@ValueSource(strings = { "passkey", "sign-out" })
	void addressOfARefusedFormLeadsToTheSignInPage(String path) {
		assertThat(this.visitor.get("/oauth2/login/" + path).location()).isEqualTo("/oauth2/login");
	}

	@Test
	void deletedAccountLeadsToItsRestoration() {
		var somebody = this.api.register();
		var closed = this.api
			.request("DELETE", "/api/v1/users/me",
					JsonMapper.shared().createObjectNode().put("password", Api.PASSWORD).toString())
			.as(somebody)
			.send();
		assertThat(closed.status()).isEqualTo(202);
		var refused = this.visitor.signIn(somebody);
		assertThat(refused.status()).isEqualTo(403);
		var restored = this.visitor.submit(refused, RESTORATION);
		assertThat(restored.title()).startsWith("Your account stays");
		assertThat(this.visitor.submit(refused, RESTORATION).location()).as("a ticket of an open account")
			.isEqualTo("/oauth2/login");
		assertThat(this.visitor.signIn(somebody).status()).isEqualTo(303);
	}

	@Test
	void forgedOrLateTicketRestoresNothing() {
		var somebody = this.api.register();
		this.api
			.request("DELETE", "/api/v1/users/me",
					JsonMapper.shared().createObjectNode().put("password", Api.PASSWORD).toString())
			.as(somebody)
			.send();
		var refused = this.visitor.signIn(somebody);
		assertThat(this.visitor.submit(refused, RESTORATION, "ticket", "forged").location()).isEqualTo("/oauth2/login");
		this.clock.move(Duration.ofMinutes(10));
		assertThat(this.visitor.submit(refused, RESTORATION).location()).isEqualTo("/oauth2/login");
		assertThat(this.api.loginRequest(somebody.username(), Api.PASSWORD).send().code())
			.isEqualTo("account.deleting");
	}

	@Test
	void formWithoutTokenIsRefused() {
		var somebody = this.api.register();
		var page = this.visitor.get("/oauth2/login");
		var token = page.document().select(Visitor.SIGN_IN + " input[name=_csrf]").attr("value");
		var body = "login=" + somebody.username() + "&password=" + Api.PASSWORD.replace("&", "%26").replace(" ", "+");
		for (var wrong : List.of("", "&_csrf=", "&_csrf=" + "A".repeat(token.length()), "&_csrf=x%00")) {
			var refused = this.visitor.post("/oauth2/login", body + wrong);
			assertThat(refused.status()).as(wrong).isEqualTo(403);
			assertThat(refused.title()).isEqualTo("This page was open for too long – Parley");
			assertThat(refused.document().select("code").text()).isEqualTo(refused.header("X-Correlation-Id"));
		}
		assertThat(new Visitor(this.port).post("/oauth2/login", body + "&_csrf=" + token).status())
			.as("in another browser")
			.isEqualTo(403);
		assertThat(this.visitor.cookies()).doesNotContainKey("parley_browser");
		assertThat(this.visitor.post("/oauth2/login", body + "&_csrf=" + token).status()).isEqualTo(303);
		for (var path : List.of("/oauth2/login", "/oauth2/login/code", "/oauth2/login/passkey",
				"/oauth2/login/sign-out", "/oauth2/consent", "/oauth2/device", "/oauth2/apps/x/withdraw")) {
			assertThat(this.visitor.post(path, "_csrf=" + token).status())
				.as("the token of who was not signed in yet: " + path)
				.isEqualTo(403);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "//evil.example", "/oauth2/apps\r\nSet-Cookie: a=b" })
	void foreignContinuationIsIgnored(String wish) {
		var page = this.visitor
			.get("/oauth2/login?continue=" + java.net.URLEncoder.encode(wish, java.nio.charset.StandardCharsets.UTF_8));
		assertThat(page.document().select(Visitor.SIGN_IN + " input[name=continue]").attr("value")).isEmpty();
		var done = this.visitor.submit(page, Visitor.SIGN_IN, "continue", wish, "login", this.api.register().username(),
				"password", Api.PASSWORD);
		assertThat(done.location()).isEqualTo("/oauth2/apps");
	}

	@Test
	void signOutEndsTheSession() {
		var somebody = this.api.register();
		var apps = this.visitor.follow(this.visitor.signIn(somebody));
		var secret = this.visitor.cookies().get("parley_browser");
		var out = this.visitor.submit(apps, OUT);
		assertThat(out.location()).isEqualTo("/oauth2/login?continue=%2Foauth2%2Fapps");
		assertThat(this.visitor.cookies()).doesNotContainKey("parley_browser");
		this.visitor.cookies().put("parley_browser", secret);
		assertThat(this.visitor.get("/oauth2/apps").status()).as("the session has ended, too").isEqualTo(303);
		assertThat(acts(somebody)).endsWith("SIGNED_OUT");
		assertThat(this.visitor.get("/oauth2/signed-out").title()).isEqualTo("You are signed out – Parley");
	}

	@Test
	void newSignInReplacesTheSession() {
		var somebody = this.api.register();
		this.visitor.signIn(somebody);
		var before = this.visitor.cookies().get("parley_browser");
		this.clock.move(Duration.ofMinutes(10));
		var page = this.visitor.get("/oauth2/login?fresh=true&continue=%2Foauth2%2Fdevice");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.document().select("#login").attr("value")).isEqualTo(somebody.username());
		assertThat(this.visitor.signIn(page, somebody).location()).isEqualTo("/oauth2/device");
		assertThat(this.visitor.cookies().get("parley_browser")).isNotEqualTo(before);
		assertThat(this.api.get("/api/v1/auth/sessions").as(somebody).send().data()).hasSize(2);
		var stale = new Visitor(this.port);
		stale.cookies().put("parley_browser", before);
		assertThat(stale.get("/oauth2/apps").status()).isEqualTo(303);
	}

	@Test
	void pagesHaveSecurityHeaders() {
		for (var path : List.of("/oauth2/login",
				"/oauth2/login?continue=%2Foauth2%2Fauthorize%3Fclient_id%3Dparley-web", "/oauth2/signed-out",
				"/oauth2/problem")) {
			var page = this.visitor.get(path);
			assertThat(page.header("Content-Security-Policy")).as(path)
				.startsWith("default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'")
				.contains("script-src 'self'; frame-ancestors 'none'; form-action 'self'")
				.doesNotContain("unsafe", "*");
			assertThat(page.header("Content-Security-Policy").contains("connect-src")).as(path)
				.isEqualTo(path.startsWith("/oauth2/login"));
			assertThat(page.document().select("script").attr("src")).as("forms are sent once")
				.matches("/oauth2/assets/once\\.[0-9a-f]{12}\\.js");
			assertThat(page.header("Cache-Control")).contains("no-store");
			assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
			assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
			assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
			assertThat(page.document().select("style, [style], [onclick], script:not([src])")).isEmpty();
			assertThat(page.document().select("html").attr("lang")).isEqualTo("en");
			assertThat(page.text()).doesNotContain("??");
		}
		assertThat(this.visitor.get("/oauth2/problem").status()).isEqualTo(404);
	}

	@Test
	void assetsAreCachedForGood() {
		var page = this.visitor.get("/oauth2/login").document();
		for (var address : List.of(page.select("link[rel=stylesheet]").attr("href"), page.select("script").attr("src"),
				page.select("link[rel=icon]").attr("href"))) {
			var asset = this.visitor.get(address);
			assertThat(asset.status()).as(address).isEqualTo(200);
			assertThat(asset.header("Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
			assertThat(asset.text()).isNotEmpty();
		}
		var style = this.visitor.get(page.select("link[rel=stylesheet]").attr("href")).text();
		assertThat(style).as("the look of the web client, then that of these pages")
			.containsSubsequence("--accent", ".scopes");
		assertThat(this.visitor.get("/oauth2/assets/style.css").status()).isEqualTo(404);
		assertThat(this.visitor.get("/oauth2/assets/..%2fapplication.yml").status()).isBetween(400, 404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/oauth2/login?nobody=knows", "/oauth2/login?fresh=perhaps",
			"/oauth2/login?continue=a&continue=b", "/oauth2/login/nothing", "/oauth2/login?continue=%ff" })
	void malformedAddressIsHandled(String address) {
		assertThat(this.visitor.get(address).status()).isBetween(200, 499);
	}

	@Test
	void malformedFormIsHandled() {
		for (var body : List.of("login=%zz", "continue=%00", "_csrf=%", "=", "a".repeat(5000))) {
			assertThat(this.visitor.post("/oauth2/login", body).status()).as(body).isBetween(400, 499);
		}
		var page = this.visitor.get("/oauth2/login");
		for (var credential : List.of("", "null", "[]", "{", "{\"id\": \"x\"}", "{\"id\": 1, \"response\": []}",
				"{\"id\": \"QUFB\", \"response\": {\"clientDataJSON\": \"QUFB\", \"authenticatorData\": \"QUFB\", \"signature\": \"QUFB\", \"userHandle\": \"QUFB\"}}")) {
			var refused = this.visitor.submit(page, "#passkey", "credential", credential);
			assertThat(refused.status()).as(credential).isEqualTo(401);
			assertThat(refused.error()).startsWith("This passkey is unknown");
		}
	}

}
