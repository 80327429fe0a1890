package org.parley.auth.oauth;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.auth.AuthTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Programs of others sign users in with the requests that they really send, as their
 * sources and documents have them.
 */
@AuthTest
class OtherProgramsIT extends OAuthScene {

	private static final String OLDER = "older";

	private static final Map<String, String> CHALLENGE = Map.of("code_challenge", challenge(VERIFIER),
			"code_challenge_method", "S256");

	static Stream<Arguments> programs() {
		return Stream.of(
				arguments("Nextcloud, user_oidc", "openid email profile",
						Map.of("nonce", "9KXOZ1N2YTFNNKVD", "claims",
								"{\"id_token\":{\"email\":null,\"name\":null},\"userinfo\":{\"email\":null}}"),
						true),
				arguments("Nextcloud, oidc_login", "openid profile email groups", Map.of("nonce", "5f2c1d"), false),
				arguments("Nextcloud, oidc_login with PKCE", "openid profile email groups", CHALLENGE, true),
				arguments("Grafana", "openid email profile offline_access groups", Map.of("access_type", "online"),
						false),
				arguments("Grafana with use_pkce", "openid profile email offline_access", CHALLENGE, true),
				arguments("oauth2-proxy", "openid email profile groups",
						Map.of("approval_prompt", "force", "nonce", "Q7vJ-Wm0", "acr_values", "1"), false),
				arguments("oauth2-proxy with a prompt", "openid email profile offline_access",
						Map.of("prompt", "consent"), true),
				arguments("ASP.NET Core", "openid profile email",
						Map.of("response_mode", "form_post", "nonce", "638.YjA", "x-client-SKU", "ID_NET9_0",
								"x-client-ver", "8.0.1.0", "code_challenge", challenge(VERIFIER),
								"code_challenge_method", "S256"),
						true),
				arguments("passport-azure-ad", "openid profile email offline_access api://app/.default",
						Map.of("response_mode", "form_post", "nonce", "VjFGmCd"), true));
	}

	static Stream<Arguments> morePrograms() {
		return Stream.of(arguments("Gitea", "openid email profile", Map.of(), false),
				arguments("WordPress, OpenID Connect Generic", "email profile openid",
						Map.of("acr_values", "", "login_hint", ""), true),
				arguments("Jenkins", "openid email profile address phone",
						Map.of("nonce", "n-0S6_WzA2Mj", "ui_locales", "de-DE de en"), false),
				arguments("Synapse", "openid profile email",
						Map.of("response_mode", "query", "nonce", "Nq2jk", "code_challenge", challenge(VERIFIER),
								"code_challenge_method", "S256"),
						false),
				arguments("GitLab", "openid profile email",
						Map.of("nonce", "8d2f", "display", "page", "claims",
								"{\"id_token\":{\"acr\":{\"value\":\"1\"}}}"),
						true),
				arguments("Discourse", "openid profile email",
						Map.of("nonce", "6b1c", "prompt", "select_account", "domain_hint", "example.org"), true),
				arguments("Auth0's client", "openid profile email offline_access",
						Map.of("audience", "https://api.example", "auth0Client", "eyJuYW1lIjoiYXV0aDAifQ==",
								"code_challenge", challenge(VERIFIER), "code_challenge_method", "S256"),
						true));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource({ "programs", "morePrograms" })
	void programSignsUserIn(String program, String scope, Map<String, String> more, boolean secretInBody) {
		var somebody = verified();
		var asked = authorize(request(scope, more)).by(somebody).send();
		assertThat(asked.location()).as(asked.toString()).contains("/oauth2/consent?");
		assertThat(asked.query("scope").split(" ", -1)).containsExactlyInAnyOrder("openid", "profile", "email");
		var code = codeOf(consent(somebody, asked), "form_post".equals(more.get("response_mode")));
		var redeem = tokenFor(OLDER, code, "code_verifier", more.containsKey("code_challenge") ? VERIFIER : "");
		if (secretInBody) {
			redeem = redeem.anonymous().and("client_id", OLDER).and("client_secret", OAuthDoubles.SECRET);
		}
		var tokens = redeem.send();
		assertThat(tokens.status()).as(tokens.body()).isEqualTo(200);
		assertThat(tokens.json().path("refresh_token").asString()).isNotEmpty();
		assertThat(claims(tokens.json().path("id_token")).getClaim("nonce")).isEqualTo(more.get("nonce"));
		var info = get("/oauth2/userinfo")
			.header("Authorization", "Bearer " + tokens.json().path("access_token").asString())
			.send();
		assertThat(info.json().path("email").asString()).isEqualTo(somebody.username() + "@example.com");
		assertThat(info.json().path("preferred_username").asString()).isEqualTo(somebody.username());
	}

	@Test
	void formReturnsWithoutScriptsAndWithThem() {
		var somebody = verified();
		var more = Map.of("response_mode", "form_post");
		var page = consent(somebody, authorize(request("openid", more)).by(somebody).send());
		assertThat(page.header("Content-Security-Policy")).contains("script-src 'self'").doesNotContain("form-action");
		assertThat(page.header("Cache-Control")).isEqualTo("no-store");
		var form = Jsoup.parse(page.body());
		assertThat(form.select("form button").text()).isNotEmpty();
		assertThat(form.select("script[src^=/oauth2/assets/form-post.]")).hasSize(1);
		assertThat(form.select("form [name=_csrf]")).as("nothing of ours").isEmpty();
		assertThat(value("iss", form)).isEqualTo(ISSUER);
	}

	@Test
	void errorsAreFormsToo() {
		var somebody = verified();
		var more = Map.of("response_mode", "form_post");
		var silent = authorize(request("openid", Map.of("response_mode", "form_post", "prompt", "none"))).send();
		assertThat(value("error", Jsoup.parse(silent.body()))).isEqualTo("login_required");
		var refused = authorize(request("openid admin", more)).by(somebody).send();
		assertThat(value("error", Jsoup.parse(refused.body()))).isEqualTo("invalid_scope");
		var asked = authorize(request("openid", more)).by(somebody).send();
		var denied = form(somebody, asked, "/oauth2/consent", "state=" + encoded(asked.query("state"))).send();
		assertThat(denied.status()).as(denied.toString()).isEqualTo(200);
		var form = Jsoup.parse(denied.body());
		assertThat(value("error", form)).isEqualTo("access_denied");
		assertThat(value("state", form)).isEqualTo("a state & more");
	}

	@Test
	void leniencyIsForTheAllowedAppAndOpenIdConnectOnly() {
		var somebody = verified();
		for (var app : List.of("web", "spa")) {
			var asked = authorize(OAuthScene.request(app, "code_challenge", "", "code_challenge_method", ""))
				.by(somebody)
				.send();
			assertThat(asked.query("error")).as(app).isEqualTo("invalid_request");
		}
		assertThat(authorize(request("threads:read", Map.of())).by(somebody).send().query("error"))
			.as("no OpenID Connect")
			.isEqualTo("invalid_request");
		assertThat(authorize(request("openid", Map.of("code_challenge", "short"))).by(somebody).send().query("error"))
			.as("half of PKCE")
			.isEqualTo("invalid_request");
		var challenged = codeOf(consent(somebody, authorize(request("openid", CHALLENGE)).by(somebody).send()), false);
		assertThat(tokenFor(OLDER, challenged, "code_verifier", "").send().error()).as("its challenge counts")
			.isEqualTo("invalid_grant");
		var plain = codeOf(authorize(request("openid", Map.of())).by(somebody).send(), false);
		assertThat(tokenFor(OLDER, plain).send().error()).as("a verifier without challenge").isEqualTo("invalid_grant");
	}

	private static Map<String, String> request(String scope, Map<String, String> more) {
		var request = new HashMap<>(OAuthScene.request(OLDER, "scope", scope, "nonce", "", "code_challenge", "",
				"code_challenge_method", ""));
		request.putAll(more);
		return request;
	}

	private static String codeOf(Reply answer, boolean posted) {
		if (!posted) {
			assertThat(answer.query("state")).as(answer.toString()).isEqualTo("a state & more");
			return answer.query("code");
		}
		assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
		var page = Jsoup.parse(answer.body());
		assertThat(page.select("form").attr("action")).isEqualTo(OAuthDoubles.BACK);
		assertThat(page.select("form").attr("method")).isEqualTo("post");
		assertThat(value("state", page)).isEqualTo("a state & more");
		return value("code", page);
	}

	private static String value(String field, Document page) {
		return page.select("form#answer input[name=%s]".formatted(field)).attr("value");
	}

}
