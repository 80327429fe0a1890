package org.parley.auth.oauth;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.parley.auth.AuthTest;
import org.parley.platform.test.client.TestUser;

import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * OWASP ASVS 5.0.0, chapter V10, as far as it is about those who give tokens to apps,
 * against the running service. What is not here is in docs/asvs.md, with the reason.
 */
@AuthTest
@Import(OAuthDoubles.class)
public class AsvsProviderIT extends OAuthScene {

	@Test
	void v10_4_1_redirectUrisAreComparedExactly() {
		var somebody = verified();
		for (var other : List.of("https://APP.test/back?from=parley", "https://app.test/back/?from=parley",
				"https://app.test/Back?from=parley", "https://app.test/back?from=parley&", "https://app.test/back",
				"https://app.test:443/back?from=parley", "https://app.test/x/../back?from=parley",
				"https://app.test/%62ack?from=parley", "http://app.test/back?from=parley")) {
			var answer = authorize(request("web", "redirect_uri", other)).by(somebody).send();
			assertThat(answer.status()).as(other).isEqualTo(400);
			assertThat(answer.location()).as(other).isEmpty();
		}
		assertThat(code(somebody, request("web"))).isNotEmpty();
	}

	@Test
	void v10_4_2_reusedCodeEndsTheGrant() {
		var somebody = verified();
		var code = code(somebody, request("web"));
		var tokens = tokenFor("web", code).send().json();
		assertThat(tokenFor("web", code).send().error()).isEqualTo("invalid_grant");
		assertThat(refresh("web", tokens.path("refresh_token").asString()).send().error()).isEqualTo("invalid_grant");
		assertThat(active("web", tokens.path("access_token").asString())).isFalse();
	}

	@Test
	void v10_4_4_appUsesOnlyItsGrantTypes() {
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
	void v10_4_5_reusedRefreshTokenEndsTheGrant() {
		var somebody = verified();
		var first = tokenFor("spa", code(somebody, request("spa"))).anonymous().and("client_id", "spa").send().json();
		var second = refreshOpen(first.path("refresh_token").asString());
		assertThat(second.status()).isEqualTo(200);
		assertThat(refreshOpen(first.path("refresh_token").asString()).error()).isEqualTo("invalid_grant");
		assertThat(refreshOpen(second.json().path("refresh_token").asString()).error()).isEqualTo("invalid_grant");
	}

	@Test
	void v10_4_6_everyCodeRequiresAVerifier() {
		var somebody = verified();
		for (var app : List.of("web", "spa")) {
			assertThat(authorize(request(app, "code_challenge", "", "code_challenge_method", "")).by(somebody)
				.send()
				.query("error")).as(app).isEqualTo("invalid_request");
			assertThat(
					authorize(request(app, "code_challenge", VERIFIER, "code_challenge_method", "plain")).by(somebody)
						.send()
						.query("error"))
				.as(app)
				.isEqualTo("invalid_request");
		}
		var code = code(somebody, request("web"));
		assertThat(tokenFor("web", code, "code_verifier", "").send().error()).isEqualTo("invalid_grant");
		assertThat(tokenFor("web", code, "code_verifier", challenge(VERIFIER)).send().error())
			.isEqualTo("invalid_grant");
		assertThat(tokenFor("web", code).send().status()).isEqualTo(200);
	}

	@Test
	void v10_4_8_refreshTokensExpireDespiteUse() {
		var current = given(verified(), "web").path("refresh_token").asString();
		for (int month = 0; month < 7; month++) {
			this.clock.move(Duration.ofDays(25));
			current = refresh("web", current).send().json().path("refresh_token").asString();
		}
		this.clock.move(Duration.ofDays(5));
		assertThat(refresh("web", current).send().error()).isEqualTo("invalid_grant");
	}

	@Test
	void v10_4_9_userWithdrawsAccess() {
		var somebody = verified();
		var tokens = given(somebody, "web");
		assertThat(this.api.delete("/api/v1/users/me/consents/app-web").as(verified()).send().status()).isEqualTo(404);
		assertThat(active("web", tokens.path("access_token").asString())).isTrue();
		assertThat(this.api.delete("/api/v1/users/me/consents/app-web").as(somebody).send().status()).isEqualTo(204);
		assertThat(active("web", tokens.path("access_token").asString())).isFalse();
		assertThat(refresh("web", tokens.path("refresh_token").asString()).send().error()).isEqualTo("invalid_grant");
	}

	@Test
	void v10_4_10_confidentialAppAlwaysAuthenticates() {
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
	void v10_4_11_appGetsOnlyItsScopes() {
		var somebody = verified();
		for (var scope : List.of("admin", "parley", "nothing")) {
			var asked = authorize(request("web", "scope", "openid " + scope)).by(somebody).send();
			assertThat(scope.equals("nothing") ? asked.query("scope") : asked.query("error")).as(scope)
				.isEqualTo(scope.equals("nothing") ? "openid" : "invalid_scope");
			assertThat(token(OAuthDoubles.SERVICE, "grant_type", "client_credentials", "scope", scope).send().error())
				.as(scope)
				.isEqualTo("invalid_scope");
		}
	}

	@Test
	void v10_4_12_responseModeIsQuery() {
		var somebody = verified();
		for (var mode : List.of("fragment", "form_post", "jwt", "query.jwt")) {
			assertThat(authorize(request("web", "response_mode", mode)).by(somebody).send().query("error")).as(mode)
				.isEqualTo("invalid_request");
		}
	}

	@Test
	void v10_6_1_responseTypeIsCode() {
		var somebody = verified();
		for (var type : List.of("token", "id_token", "code token", "code id_token", "none")) {
			var answer = authorize(request("web", "response_type", type)).by(somebody).send();
			assertThat(answer.query("error")).as(type).isEqualTo("unsupported_response_type");
			assertThat(answer.location()).as(type).doesNotContain("code=", "token=", "#");
		}
	}

	@Test
	void v10_6_2_signOutRequiresIdTokenOrConfirmation() {
		var somebody = verified();
		var others = given(verified(), "web").path("id_token").asString();
		for (var query : List.of("", "?client_id=web", "?id_token_hint=nonsense", "?id_token_hint=" + others)) {
			var asked = get("/oauth2/logout" + query).by(somebody).send();
			assertThat(asked.status()).as(query).isEqualTo(query.contains("hint") ? 400 : 303);
			if (asked.status() == 303) {
				assertThat(get(asked.location().substring(ISSUER.length())).by(somebody).send().status())
					.isEqualTo(200);
			}
			assertThat(this.api.get("/api/v1/users/me").as(somebody).send().status()).as(query).isEqualTo(200);
		}
	}

	@Test
	void v10_7_1_everyAppAndScopeRequiresConsent() {
		var somebody = verified();
		code(somebody, request("web", "scope", "openid"));
		assertThat(asks(somebody, "web", "openid threads:write")).as("more").isTrue();
		assertThat(asks(somebody, "other", "openid")).as("another app").isTrue();
		assertThat(asks(verified(), "web", "openid")).as("another person").isTrue();
		assertThat(asks(somebody, "web", "openid")).as("what was allowed").isFalse();
		code(somebody, request("spa", "scope", "openid", "redirect_uri", OAuthDoubles.LOOPBACK));
		assertThat(asks(somebody, "spa", "openid", "redirect_uri", OAuthDoubles.LOOPBACK)).as("anybody's address")
			.isTrue();
		assertThat(asks(somebody, "spa", "openid")).as("an address of the app's own").isFalse();
		assertThat(authorize(request("spa", "scope", "openid", "redirect_uri", OAuthDoubles.LOOPBACK, "prompt", "none"))
			.by(somebody)
			.send()
			.query("error")).isEqualTo("consent_required");
	}

	private boolean asks(TestUser somebody, String app, String scope, String... changes) {
		return authorize(with(request(app, "scope", scope), changes)).by(somebody)
			.send()
			.location()
			.startsWith(ISSUER + "/oauth2/consent?");
	}

	private Reply refreshOpen(String token) {
		return refresh("spa", token).anonymous().and("client_id", "spa").send();
	}

	private boolean active(String app, String token) {
		return post("/oauth2/introspect", "token", token).secret(app, OAuthDoubles.SECRET)
			.send()
			.json()
			.path("active")
			.asBoolean();
	}

}
