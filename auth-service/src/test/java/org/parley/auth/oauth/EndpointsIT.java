package org.parley.auth.oauth;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.auth.Asvs;
import org.parley.auth.AuthTest;
import org.parley.platform.security.proof.ProofChallenge;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.JsonNode;

import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;

/** The other endpoints of the provider, and malformed input. */
@AuthTest
class EndpointsIT extends OAuthScene {

	@ParameterizedTest
	@ValueSource(strings = { "/.well-known/openid-configuration", "/.well-known/oauth-authorization-server" })
	void metadataHasPublicAddresses(String path) {
		var said = get(path).header("X-Forwarded-Host", "evil.test").send().json();
		assertThat(said.path("issuer").asString()).isEqualTo(ISSUER);
		for (var name : List.of("authorization_endpoint", "token_endpoint", "jwks_uri", "revocation_endpoint",
				"introspection_endpoint", "pushed_authorization_request_endpoint", "device_authorization_endpoint")) {
			assertThat(said.path(name).asString()).as(name).startsWith(ISSUER + "/oauth2/");
		}
		assertThat(said.path("code_challenge_methods_supported").toString()).isEqualTo("[\"S256\"]");
		assertThat(said.path("authorization_response_iss_parameter_supported").asBoolean()).isTrue();
		assertThat(texts(said.path("grant_types_supported"))).containsExactlyInAnyOrder("authorization_code",
				"refresh_token", "client_credentials", "urn:ietf:params:oauth:grant-type:device_code");
		assertThat(texts(said.path("scopes_supported"))).contains("openid", "threads:write").doesNotContain("parley");
		assertThat(texts(said.path("token_endpoint_auth_methods_supported")))
			.containsExactlyInAnyOrder("client_secret_basic", "client_secret_post", "none");
		assertThat(texts(said.path("dpop_signing_alg_values_supported"))).as("as services say")
			.containsExactlyInAnyOrder(ProofChallenge.plain().replaceFirst(".*\"(.*)\"", "$1").split(" "));
		assertThat(said.has("tls_client_certificate_bound_access_tokens")).isFalse();
		assertThat(said.path("request_uri_parameter_supported").asBoolean(true)).isFalse();
		assertThat(said.toString()).doesNotContain("evil");
		if (path.endsWith("configuration")) {
			assertThat(said.path("userinfo_endpoint").asString()).isEqualTo(ISSUER + "/oauth2/userinfo");
			assertThat(said.path("end_session_endpoint").asString()).isEqualTo(ISSUER + "/oauth2/logout");
			assertThat(texts(said.path("subject_types_supported"))).containsExactly("public");
			assertThat(texts(said.path("id_token_signing_alg_values_supported"))).containsExactly("RS256");
		}
	}

	@ParameterizedTest
	@CsvSource({ "/.well-known/openid-configuration, 200", "/.well-known/oauth-authorization-server, 200",
			"/oauth2/jwks, 200", "/.well-known/change-password, 303", "/.well-known/security.txt, 404" })
	void headAnswersLikeGetWithoutBody(String path, int status) {
		var answer = call("HEAD", path, null).send();
		assertThat(answer.status()).isEqualTo(status).isEqualTo(get(path).send().status());
		assertThat(answer.body()).isEmpty();
	}

	@Test
	void wellKnownAddressLeadsToThePageOfThePassword() {
		var answer = get("/.well-known/change-password").header("X-Forwarded-Host", "evil.test").send();
		assertThat(answer.status()).isEqualTo(303);
		assertThat(answer.header("Location")).isEqualTo("/settings/account#password");
	}

	/** Browsers ask for the first one, to learn whether the other answers are true. */
	@ParameterizedTest
	@ValueSource(strings = { "/.well-known/resource-that-should-not-exist-whose-status-code-should-not-be-200",
			"/.well-known/security.txt", "/.well-known/", "/.well-known/change-password/x" })
	void unknownWellKnownAddressDoesNotExist(String path) {
		assertThat(get(path).send().status()).isEqualTo(404);
	}

	@Test
	void keysArePublished() {
		var keys = get("/oauth2/jwks").send();
		assertThat(keys.header("Cache-Control")).contains("max-age=300");
		assertThat(keys.json().path("keys").toString()).doesNotContain("\"d\"");
	}

	@Test
	void userInfoHasCurrentClaimsOfItsScopes() {
		var somebody = verified();
		var tokens = given(somebody, "web", "scope", "openid profile email");
		change(somebody, Update.update("profile.displayName", "Another Name")
			.set("profile.avatarUrl", "https://example.org/a.png"));
		var told = userInfo(tokens).json();
		assertThat(told.path("sub").asString()).isEqualTo(somebody.id());
		assertThat(told.path("preferred_username").asString()).isEqualTo(somebody.username());
		assertThat(told.path("name").asString()).isEqualTo("Another Name");
		assertThat(told.path("picture").asString()).isEqualTo("https://example.org/a.png");
		assertThat(told.path("locale").asString()).isEqualTo("en");
		assertThat(told.path("zoneinfo").asString()).isEqualTo("UTC");
		assertThat(told.path("email").asString()).isEqualTo(somebody.username() + "@example.com");
		assertThat(told.path("email_verified").asBoolean()).isTrue();
		var little = userInfo(given(somebody, "other", "scope", "openid")).json();
		assertThat(little.propertyNames()).containsExactly("sub");
		var foreign = userInfo(given(verified(), "web", "scope", "threads:read"));
		assertThat(foreign.status()).as("no openid").isEqualTo(403);
		assertThat(foreign.header("WWW-Authenticate"))
			.isEqualTo("Bearer error=\"insufficient_scope\", scope=\"openid\"");
		assertThat(get("/oauth2/userinfo").send().status()).isEqualTo(401);
		assertThat(get("/oauth2/userinfo").header("Authorization", "Bearer nonsense").send().status()).isEqualTo(401);
		assertThat(get("/oauth2/userinfo").header("Authorization", "Bearer " + somebody.accessToken()).send().status())
			.as("a first-party token")
			.isEqualTo(401);
		change(somebody, Update.update("tokenVersion", 1));
		var ended = userInfo(tokens);
		assertThat(ended.status()).as("signed out everywhere").isEqualTo(401);
		assertThat(ended.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Bearer nonsense", "DPoP nonsense" })
	void challengesNameThePublicAddress(String authorization) {
		for (var call : List.of(get("/oauth2/userinfo"), call("POST", "/oauth2/userinfo", null),
				post("/oauth2/register").header("Content-Type", "application/json"), post("/oauth2/revoke"),
				post("/oauth2/introspect"), post("/oauth2/token"))) {
			var answer = call.header("Authorization", authorization).header("X-Forwarded-Host", "evil.test").send();
			assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
			assertThat(answer.headers().allValues("WWW-Authenticate")).isNotEmpty().allSatisfy((challenge) -> {
				assertThat(challenge).doesNotContain("127.0.0.1", "evil.test");
				if (challenge.contains("resource_metadata")) {
					assertThat(challenge)
						.contains("resource_metadata=\"" + ISSUER + "/.well-known/oauth-protected-resource\"");
				}
			});
		}
	}

	@Test
	void clientIntrospectsOnlyItsOwnTokens() {
		var somebody = verified();
		var tokens = given(somebody, "web");
		var access = tokens.path("access_token").asString();
		var told = introspect("web", access).json();
		assertThat(told.path("active").asBoolean()).isTrue();
		assertThat(told.path("sub").asString()).isEqualTo(somebody.id());
		assertThat(told.path("client_id").asString()).isEqualTo("web");
		assertThat(told.path("scope").asString()).isEqualTo("openid profile threads:read");
		assertThat(told.path("token_type").asString()).isEqualTo("Bearer");
		assertThat(told.path("username").asString()).isEqualTo(somebody.username());
		assertThat(told.path("exp").asLong()).isGreaterThan(told.path("iat").asLong());
		assertThat(introspect("web", tokens.path("refresh_token").asString()).json().path("active").asBoolean())
			.isTrue();
		assertThat(introspect("other", access).body()).as("another's").isEqualTo("{\"active\":false}");
		assertThat(introspect("web", "nonsense").body()).isEqualTo("{\"active\":false}");
		assertThat(introspect("web", somebody.accessToken()).body()).as("a first-party token")
			.isEqualTo("{\"active\":false}");
		assertThat(post("/oauth2/introspect", "token", access, "client_id", "spa").send().error())
			.isEqualTo("invalid_client");
		assertThat(post("/oauth2/introspect", "token", access).send().status()).isEqualTo(401);
		refresh("web", tokens.path("refresh_token").asString()).send();
		assertThat(introspect("web", access).json().path("active").asBoolean()).as("until it expires").isTrue();
		assertThat(introspect("web", tokens.path("refresh_token").asString()).body()).isEqualTo("{\"active\":false}");
		change(somebody, Update.update("tokenVersion", 1));
		assertThat(introspect("web", access).body()).isEqualTo("{\"active\":false}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "access_token", "refresh_token", "former" })
	void revokedTokenEndsTheGrant(String which) {
		var somebody = verified();
		var first = given(somebody, "web");
		var second = refresh("web", first.path("refresh_token").asString()).send().json();
		var token = which.equals("former") ? first.path("refresh_token").asString() : second.path(which).asString();
		assertThat(post("/oauth2/revoke", "token", token).secret("other", OAuthDoubles.SECRET).send().error())
			.as("another client")
			.isEqualTo("unauthorized_client");
		assertThat(post("/oauth2/revoke", "token", token).send().error()).isEqualTo("invalid_client");
		assertThat(revoke("web", token).status()).isEqualTo(200);
		assertThat(introspect("web", second.path("access_token").asString()).body()).isEqualTo("{\"active\":false}");
		assertThat(introspect("web", first.path("access_token").asString()).body()).isEqualTo("{\"active\":false}");
		assertThat(refresh("web", second.path("refresh_token").asString()).send().error()).isEqualTo("invalid_grant");
		assertThat(this.postbox.about(somebody.id(), "session.revoked").at("/data/sessionId").asString())
			.isEqualTo(claims(second.path("access_token")).getClaim("sid"));
		assertThat(revoke("web", token).status()).as("again").isEqualTo(200);
		assertThat(revoke("web", "nonsense").status()).isEqualTo(200);
	}

	@Test
	@Asvs("10.4.11")
	void clientCredentialsHaveNoUser() throws Exception {
		var answer = token(OAuthDoubles.SERVICE, "grant_type", "client_credentials", "scope", "threads:read").send();
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().has("refresh_token")).isFalse();
		var claims = claims(answer.json().path("access_token"));
		assertThat(claims.getSubject()).isEqualTo(OAuthDoubles.SERVICE);
		assertThat(claims.getClaim("roles")).isNull();
		assertThat(claims.getStringClaim("scope")).isEqualTo("threads:read");
		var access = answer.json().path("access_token").asString();
		assertThat(introspect(OAuthDoubles.SERVICE, access).json().path("active").asBoolean()).isTrue();
		assertThat(revoke(OAuthDoubles.SERVICE, access).status()).isEqualTo(200);
		assertThat(introspect(OAuthDoubles.SERVICE, access).body()).isEqualTo("{\"active\":false}");
		assertThat(token(OAuthDoubles.SERVICE, "grant_type", "client_credentials", "scope", "parley").send().error())
			.isEqualTo("invalid_scope");
		assertThat(this.api.get("/api/v1/users/me").token(access).send().status()).as("nobody's account")
			.isEqualTo(403);
	}

	/** A user cannot consent to nothing, and a token without a scope is of no use. */
	@Test
	void scopeOfDeviceAndOfServiceIsRequired() throws Exception {
		assertThat(post("/oauth2/device_authorization", "client_id", "device").send().error())
			.isEqualTo("invalid_scope");
		assertThat(token(OAuthDoubles.SERVICE, "grant_type", "client_credentials").send().error())
			.isEqualTo("invalid_scope");
	}

	@Test
	@Asvs("10.4.4")
	void appUsesOnlyItsGrantTypes() {
		var somebody = verified();
		assertThat(authorize(request("device")).by(somebody).send().status()).isEqualTo(400);
		assertThat(post("/oauth2/token", "grant_type", "client_credentials", "client_id", "spa").send().error())
			.isEqualTo("unauthorized_client");
		assertThat(post("/oauth2/device_authorization", "client_id", "spa", "scope", "threads:read").send().error())
			.isEqualTo("unauthorized_client");
		for (var gone : List.of("password", "implicit", "urn:ietf:params:oauth:grant-type:jwt-bearer",
				"urn:ietf:params:oauth:grant-type:token-exchange")) {
			assertThat(token("web", "grant_type", gone, "username", "a", "password", "b").send().error()).as(gone)
				.isEqualTo("unsupported_grant_type");
		}
	}

	@Test
	@Asvs("10.4.10")
	void confidentialAppAlwaysAuthenticates() {
		var tokens = given(verified(), "web");
		var refresh = tokens.path("refresh_token").asString();
		for (var asked : List.of(
				post("/oauth2/token", "grant_type", "refresh_token", "refresh_token", refresh, "client_id", "web"),
				post("/oauth2/revoke", "token", refresh, "client_id", "web"),
				post("/oauth2/introspect", "token", refresh, "client_id", "web"),
				post("/oauth2/par").form(request("web")))) {
			assertThat(asked.send().error()).as("client id only").isEqualTo("invalid_client");
			assertThat(asked.secret("web", "wrong").send().error()).as("a wrong secret").isEqualTo("invalid_client");
		}
		assertThat(refresh("web", refresh).send().status()).as("the refused requests used nothing").isEqualTo(200);
	}

	@Test
	void pushedRequestIsValidOnceForItsClient() {
		var somebody = verified();
		assertThat(authorize(request("pushing")).by(somebody).send().query("error")).isEqualTo("invalid_request");
		var pushed = post("/oauth2/par").form(request("pushing")).secret("pushing", OAuthDoubles.SECRET).send();
		assertThat(pushed.status()).isEqualTo(201);
		assertThat(pushed.json().path("expires_in").asInt()).isPositive();
		var uri = pushed.json().path("request_uri").asString();
		var query = java.util.Map.of("client_id", "pushing", "request_uri", uri);
		var toLogin = authorize(query).send();
		assertThat(toLogin.location()).contains("/oauth2/login?");
		assertThat(authorize(with(query, "client_id", "web")).by(somebody).send().status()).isEqualTo(400);
		var asked = get(toLogin.query("continue")).by(somebody).send();
		var code = consent(somebody, asked).query("code");
		assertThat(tokenFor("pushing", code).send().status()).isEqualTo(200);
		assertThat(authorize(query).by(somebody).send().status()).as("again").isEqualTo(400);
		assertThat(post("/oauth2/par").form(request("pushing")).send().error()).isEqualTo("invalid_client");
		for (var bad : List.of("scope", "redirect_uri", "code_challenge", "response_type")) {
			var refused = post("/oauth2/par").form(request("pushing", bad, "nonsense"))
				.secret("pushing", OAuthDoubles.SECRET)
				.send();
			assertThat(refused.status()).as(bad).isEqualTo(400);
			assertThat(refused.error()).as(bad).isNotEmpty();
		}
		assertThat(post("/oauth2/par").form(request("device")).send().error()).isEqualTo("unauthorized_client");
	}

	@Test
	void requiredSignInOfPushedRequestIsAskedOnce() {
		var somebody = verified();
		var pushed = post("/oauth2/par").form(request("web", "prompt", "login"))
			.secret("web", OAuthDoubles.SECRET)
			.send();
		var query = java.util.Map.of("client_id", "web", "request_uri", pushed.json().path("request_uri").asString());
		var sent = authorize(query).by(somebody, 100).send();
		assertThat(sent.location()).contains("/oauth2/login?");
		assertThat(get(sent.query("continue")).by(somebody).send().location()).contains("/oauth2/consent?");
	}

	@Test
	void requestAboutAnotherUserIsNotAnsweredForThisOne() {
		var expected = verified();
		var other = verified();
		var hint = given(expected, "web").path("id_token").asString();
		given(other, "web");
		var silent = request("web", "prompt", "none", "id_token_hint", hint);
		assertThat(authorize(silent).by(expected).send().query("code")).isNotEmpty();
		assertThat(authorize(silent).by(other).send().query("error")).isEqualTo("login_required");
		for (var unreadable : List.of("nonsense", given(expected, "other").path("id_token").asString())) {
			assertThat(authorize(with(silent, "id_token_hint", unreadable)).by(expected).send().query("error"))
				.isEqualTo("login_required");
			assertThat(authorize(request("web", "id_token_hint", unreadable)).by(expected).send().query("code"))
				.isNotEmpty();
		}
		var asked = authorize(request("web", "id_token_hint", hint)).by(other).send();
		assertThat(asked.location()).contains("/oauth2/login?", "fresh=true");
		assertThat(get(asked.query("continue")).by(expected).send().query("code")).isNotEmpty();
		assertThat(get(asked.query("continue")).by(other).send().query("error")).as("as the other one again")
			.isEqualTo("login_required");
	}

	@Test
	@Asvs("10.6.2")
	void appSignsUserOut() {
		var somebody = verified();
		var hint = given(somebody, "web").path("id_token").asString();
		var out = logout("id_token_hint", hint, "post_logout_redirect_uri", OAuthDoubles.AFTER_LOGOUT, "state", "a b")
			.by(somebody)
			.send();
		assertThat(out.location()).isEqualTo(OAuthDoubles.AFTER_LOGOUT + "?state=a%20b");
		assertThat(out.headers().allValues("Set-Cookie")).anyMatch((cookie) -> cookie.contains("Max-Age=0"));
		assertThat(isLive(somebody)).isFalse();
		assertThat(logout("id_token_hint", hint).send().location()).isEqualTo(ISSUER + "/oauth2/signed-out");
		assertThat(post("/oauth2/logout", "id_token_hint", hint).by(somebody).send().status()).isEqualTo(303);
		assertThat(post("/oauth2/logout", "id_token_hint", hint).header("Origin", "https://app.test").send().location())
			.as("posted by the app, so without the cookie")
			.isEqualTo(ISSUER + "/oauth2/logout?id_token_hint=" + hint);
		for (var bad : List.of(logout("id_token_hint", "nonsense"),
				logout("id_token_hint", somebody.accessToken()).by(somebody),
				logout("id_token_hint", hint, "client_id", "other").by(somebody),
				logout("id_token_hint", hint, "post_logout_redirect_uri", "https://evil.test/").by(somebody))) {
			var refused = bad.send();
			assertThat(refused.status()).isEqualTo(400);
			assertThat(refused.header("Content-Type")).startsWith("text/html");
		}
	}

	@Test
	@Asvs("10.6.2")
	void appSignsOutUserWhomAnotherHasSucceeded() {
		var another = verified();
		var hint = given(verified(), "web").path("id_token").asString();
		assertThat(logout("id_token_hint", hint, "post_logout_redirect_uri", OAuthDoubles.AFTER_LOGOUT, "state", "x")
			.by(another)
			.send()
			.location()).isEqualTo(OAuthDoubles.AFTER_LOGOUT + "?state=x");
		assertThat(logout("id_token_hint", hint).by(another).send().location()).isEqualTo(ISSUER + "/oauth2/sign-out");
		assertThat(isLive(another)).isTrue();
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "-, -, -, /oauth2/signed-out", "web, https://app.test/bye, a b, https://app.test/bye?state=a%20b",
					"nobody, https://app.test/bye, x, /oauth2/signed-out",
					"web, https://evil.test/, x, /oauth2/signed-out" })
	void signOutWithoutIdTokenIsConfirmed(@Nullable String app, @Nullable String address, @Nullable String state,
			String target) {
		var somebody = verified();
		var asked = logout("client_id", text(app), "post_logout_redirect_uri", text(address), "state", text(state))
			.by(somebody)
			.send();
		assertThat(asked.status()).isEqualTo(303);
		assertThat(asked.location()).startsWith(ISSUER + "/oauth2/sign-out");
		var page = get(asked.location().substring(ISSUER.length())).by(somebody).send();
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.header("Content-Security-Policy"))
			.endsWith(target.startsWith("https:") ? "frame-ancestors 'none'" : "form-action 'self'");
		assertThat(isLive(somebody)).as("not before the confirmation").isTrue();
		var fields = form(with(java.util.Map.of("client_id", text(app), "post_logout_redirect_uri", text(address),
				"state", text(state))));
		assertThat(post("/oauth2/sign-out").form(java.util.Map.of("client_id", "web")).by(somebody).send().status())
			.as("without the token of the form")
			.isEqualTo(403);
		assertThat(isLive(somebody)).isTrue();
		var done = form(somebody, asked, "/oauth2/sign-out", fields).send();
		assertThat(done.location()).isEqualTo(target);
		assertThat(isLive(somebody)).isFalse();
		assertThat(get(asked.location().substring(ISSUER.length())).send().location()).as("signed out already")
			.isEqualTo(target);
	}

	private static String text(@Nullable String value) {
		return Objects.requireNonNullElse(value, "");
	}

	@Test
	void deviceIsApprovedInTheBrowser() {
		var somebody = verified();
		var asked = post("/oauth2/device_authorization", "client_id", "device", "scope", "threads:read").send().json();
		assertThat(asked.path("verification_uri").asString()).isEqualTo(ISSUER + "/oauth2/device");
		assertThat(asked.path("verification_uri_complete").asString()).startsWith(ISSUER + "/oauth2/device?user_code=");
		var device = asked.path("device_code").asString();
		assertThat(poll(device).send().error()).isEqualTo("authorization_pending");
		var user = asked.path("user_code").asString();
		var verification = "/oauth2/device_verification?user_code=" + user;
		assertThat(get(verification).send().location()).contains("/oauth2/login?continue=");
		var consent = get(verification).by(somebody).send();
		assertThat(consent.location()).startsWith(ISSUER + "/oauth2/consent?");
		assertThat(consent.query("user_code")).isEqualTo(user);
		var done = form(somebody, consent, "/oauth2/device_verification", form(Map.of("client_id", "device", "state",
				consent.query("state"), "user_code", user, "scope", "threads:read")))
			.send();
		assertThat(done.location()).isEqualTo(ISSUER + "/oauth2/device/done");
		var tokens = poll(device).send();
		assertThat(tokens.status()).as(tokens.body()).isEqualTo(200);
		assertThat(claims(tokens.json().path("access_token")).getSubject()).isEqualTo(somebody.id());
		assertThat(refreshDevice(tokens.json()).status()).isEqualTo(200);
		assertThat(poll(device).send().error()).as("again").isEqualTo("invalid_grant");
		assertThat(get(verification).by(somebody).send().location()).contains("/oauth2/device/failed");
		assertThat(get("/oauth2/device_verification?user_code=BCDF-BCDF").by(somebody).send().location())
			.contains("/oauth2/device/failed");
	}

	@Test
	void wrongUserCodesAreThrottled() {
		var somebody = verified();
		this.clock.freeze();
		var device = post("/oauth2/device_authorization", "client_id", "device", "scope", "threads:read").send().json();
		var good = "/oauth2/device_verification?user_code=" + device.path("user_code").asString();
		for (int i = 0; i < 5; i++) {
			assertThat(get("/oauth2/device_verification?user_code=BCDF-BCDF").by(somebody).send().location())
				.isEqualTo(ISSUER + "/oauth2/device/failed");
		}
		assertThat(get(good).by(somebody).send().location()).as("too soon").isEqualTo(ISSUER + "/oauth2/device/failed");
		assertThat(get(good).by(verified()).send().location()).as("somebody else")
			.startsWith(ISSUER + "/oauth2/consent?");
		this.clock.move(Duration.ofSeconds(2));
		assertThat(get(good).by(somebody).send().location()).startsWith(ISSUER + "/oauth2/consent?");
	}

	@Test
	void browserSessionIsIgnoredAtAppEndpoints() {
		var somebody = verified();
		var token = given(somebody, "web").path("access_token").asString();
		for (var path : List.of("/oauth2/token", "/oauth2/revoke", "/oauth2/introspect",
				"/oauth2/device_authorization")) {
			var answer = call("POST", path, form(Map.of("grant_type", "client_credentials", "token", token)))
				.by(somebody)
				.send();
			assertThat(answer.status()).as(path).isEqualTo(401);
			assertThat(answer.error()).as(path).isEqualTo("invalid_client");
		}
		assertThat(post("/oauth2/par").form(request("", "client_id", "")).by(somebody).send().error())
			.as("without a client")
			.isEqualTo("invalid_request");
		assertThat(get("/oauth2/userinfo").by(somebody).send().status()).isEqualTo(401);
	}

	private boolean isLive(TestUser somebody) {
		return this.api.get("/api/v1/users/me").token(somebody.accessToken()).send().status() == 200;
	}

	@Test
	void everyDeviceRequiresConsent() {
		var somebody = verified();
		for (int i = 0; i < 2; i++) {
			var asked = post("/oauth2/device_authorization", "client_id", "device", "scope", "threads:read").send()
				.json();
			var user = asked.path("user_code").asString();
			var consent = get("/oauth2/device_verification?user_code=" + user).by(somebody).send();
			assertThat(consent.location()).startsWith(ISSUER + "/oauth2/consent?");
			var answer = form(somebody, consent, "/oauth2/device_verification", form(Map.of("client_id", "device",
					"state", consent.query("state"), "user_code", user, "scope", "threads:read")))
				.send();
			assertThat(answer.location()).isEqualTo(ISSUER + "/oauth2/device/done");
		}
	}

	@ParameterizedTest
	@CsvSource({ "/oauth2/token", "/oauth2/revoke", "/oauth2/introspect", "/oauth2/par",
			"/oauth2/device_authorization" })
	void malformedInputIsRefused(String path) {
		for (var parameters : List.of("", "a=b", "grant_type=password&username=a&password=b", "grant_type=%00",
				"token=a&token=b", "client_id=web&client_id=spa", "grant_type=authorization_code",
				"grant_type=authorization_code&code=x", "grant_type=refresh_token",
				"grant_type=refresh_token&refresh_token=x",
				"grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code=x", "token=%ff%fe", "token=%zz",
				"grant_type=urn:ietf:params:oauth:grant-type:token-exchange&subject_token=x", "scope=%20",
				"grant_type=client_credentials&scope=a%20b", "grant_type=client_credentials&scope=parley",
				"request_uri=x&client_id=spa&response_type=code", "response_type=code&redirect_uri=%5B&client_id=spa",
				"client_assertion=x&client_assertion_type=y")) {
			for (var who : List.of("web", "device", "nobody")) {
				var known = call("POST", path, parameters).secret(who, OAuthDoubles.SECRET).send();
				assertJson(known, path + " " + who + " " + parameters);
			}
			assertJson(call("POST", path, parameters).send(), path + " " + parameters);
			assertJson(call("POST", path, parameters + "&client_id=spa").send(), path + " spa " + parameters);
			assertJson(call("POST", path + "?code_verifier=x", parameters).send(), path + " query " + parameters);
		}
		assertJson(call("POST", path, "{\"a\": 1}").header("Content-Type", "application/json").send(), "JSON");
		for (var authorization : List.of("Basic", "Basic x", "Basic Og==", "Basic Zm9v", "Bearer x", "x")) {
			assertJson(call("POST", path, "token=x").header("Authorization", authorization).send(), authorization);
		}
		assertThat(call("POST", path, "token=x").header("Authorization", "DPoP x").send().status()).isIn(400, 401);
		assertThat(call("GET", path, null).send().status()).isIn(401, 404, 405);
	}

	private static void assertJson(Reply reply, String sent) {
		assertThat(reply.status()).as(sent + " " + reply.body()).isLessThan(500);
		if (reply.status() >= 400 && reply.status() != 413) {
			assertThat(reply.error()).as(sent + " " + reply).isNotEmpty();
		}
	}

	@ParameterizedTest
	@CsvSource({ "/oauth2/authorize", "/oauth2/logout", "/oauth2/device_verification" })
	void malformedBrowserInputIsRefused(String path) {
		var somebody = verified();
		for (var query : List.of("", "a=b", "client_id=web", "client_id=web&client_id=spa", "response_type=code",
				"client_id=web&response_type=code&scope=openid&redirect_uri=%00", "user_code=x",
				"user_code=BCDFBCDF&state=x", "client_id=device&response_type=code",
				"client_id=device&response_type=code&redirect_uri=x",
				"client_id=web&request_uri=urn:ietf:params:oauth:request_uri:x", "client_id=web&request_uri=x",
				"client_id=web&state=x", "client_id=web&state=x&scope=openid&scope=profile", "state=%zz",
				"id_token_hint=a.b.c", "id_token_hint=x&id_token_hint=y", "post_logout_redirect_uri=x",
				"client_id=web&response_type=code&scope=openid&redirect_uri=%5B%5D&max_age=99999999999999",
				"user_code=BCDFBCDF&state=x&client_id=device", "reauth=99999999999999999999")) {
			for (var method : List.of("GET", "POST")) {
				var call = method.equals("GET") ? call("GET", path + "?" + query.replace("%zz", "%ff"), null)
						: call("POST", path, query);
				assertThat(call.send().status()).as(method + path + query).isLessThan(500);
				assertThat(call.by(somebody).send().status()).as(method + path + query).isLessThan(500);
			}
		}
	}

	private Reply userInfo(JsonNode tokens) {
		return get("/oauth2/userinfo").header("Authorization", "Bearer " + tokens.path("access_token").asString())
			.send();
	}

	private Reply introspect(String client, String token) {
		return post("/oauth2/introspect", "token", token).secret(client, OAuthDoubles.SECRET).send();
	}

	private Reply revoke(String client, String token) {
		return post("/oauth2/revoke", "token", token).secret(client, OAuthDoubles.SECRET).send();
	}

	private Call logout(String... parameters) {
		return get("/oauth2/logout?" + form(with(java.util.Map.of(), parameters)));
	}

	private Call poll(String device) {
		return post("/oauth2/token", "grant_type", "urn:ietf:params:oauth:grant-type:device_code", "device_code",
				device, "client_id", "device");
	}

	private Reply refreshDevice(JsonNode tokens) {
		return post("/oauth2/token", "grant_type", "refresh_token", "refresh_token",
				tokens.path("refresh_token").asString(), "client_id", "device")
			.send();
	}

	private static List<String> texts(JsonNode array) {
		return array.valueStream().map(JsonNode::asString).toList();
	}

}
