package org.parley.auth.oauth;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.auth.Api;
import org.parley.auth.AuthTest;
import org.parley.auth.Scene;
import org.parley.auth.oauth.Visitor.Seen;
import org.parley.platform.test.client.TestTokens;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The web client signs users in without consent, also those who have not verified their
 * address where they must, and its tokens end with the session.
 */
@AuthTest
@TestPropertySource(properties = "parley.verification.required=true")
class WebClientIT extends Scene {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String BACK = TestTokens.ISSUER + "/sign-in/callback";

	@Autowired
	private PageApps apps;

	@LocalServerPort
	private int port;

	private TestUser user;

	private Visitor visitor;

	@BeforeEach
	void openBrowser() {
		this.user = this.api.register();
		this.visitor = new Visitor(this.port);
	}

	@Test
	void webClientGetsTokenOfBrowserSessionWithoutConsent() {
		var token = redeem(signIn()).path("access_token").asString();
		var sessions = this.api.get("/api/v1/auth/sessions").token(token).send();
		assertThat(sessions.data()).hasSize(2)
			.satisfiesOnlyOnce((session) -> assertThat(session.path("current").asBoolean()).isTrue());
		assertThat(this.api.patch("/api/v1/users/me", "{\"bio\": \"Reads.\"}").token(token).send().status())
			.isEqualTo(200);
		assertThat(this.api.post("/api/v1/auth/resend-verification").token(token).send().status())
			.as("the first mail was sent a moment ago")
			.isEqualTo(429);
	}

	@Test
	void refreshTokenServesConcurrentRequests() throws Exception {
		var refresh = redeem(signIn()).path("refresh_token").asString();
		try (var pool = Executors.newFixedThreadPool(4)) {
			Callable<Integer> refreshing = () -> refresh(refresh).status();
			var statuses = pool.invokeAll(List.of(refreshing, refreshing, refreshing, refreshing));
			for (var status : statuses) {
				assertThat(status.get()).isEqualTo(200);
			}
		}
		assertThat(JSON.readTree(refresh(refresh).text()).path("refresh_token").asString()).isEqualTo(refresh);
	}

	@Test
	void endOfSessionEndsTokens() {
		var tokens = redeem(signIn());
		var token = tokens.path("access_token").asString();
		assertThat(this.api.post("/api/v1/auth/logout").token(token).send().status()).isEqualTo(204);
		assertThat(this.api.get("/api/v1/users/me").token(token).send().status()).isEqualTo(401);
		assertThat(refresh(tokens.path("refresh_token").asString()).text()).contains("invalid_grant");
	}

	@Test
	void changeOfPasswordKeepsTheSessionThatMadeItAndNoOther() {
		var here = redeem(signIn());
		this.visitor = new Visitor(this.port);
		var elsewhere = redeem(signIn());
		var changed = this.api
			.post("/api/v1/auth/change-password",
					"{\"currentPassword\": \"%s\", \"newPassword\": \"off with their heads!\"}".formatted(Api.PASSWORD))
			.token(here.path("access_token").asString())
			.send();
		assertThat(changed.status()).isEqualTo(204);
		assertThat(refresh(here.path("refresh_token").asString()).status()).isEqualTo(200);
		assertThat(refresh(elsewhere.path("refresh_token").asString()).text()).contains("invalid_grant");
		assertThat(acts(this.user)).doesNotContain("APP_ACCESS_WITHDRAWN");
	}

	@Test
	void codeIsRedeemedWithTheSecretOnly() {
		var answer = token("wrong", codeParameters(signIn()));
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.text()).contains("invalid_client");
	}

	@Test
	void appCannotRequestScopeOfWebClient() {
		var app = this.apps.registerForModerators("Reading list", PageApps.BACK);
		signIn();
		var answer = this.visitor.get(PageApps.authorize(app, PageApps.BACK, "parley"));
		assertThat(answer.location()).contains("error=invalid_scope");
	}

	/** Signs in at the provider's page and returns the code. */
	private String signIn() {
		var request = "/oauth2/authorize?response_type=code&client_id=parley-web&redirect_uri=" + encoded(BACK)
				+ "&scope=openid%20parley&state=s&code_challenge=" + OAuthScene.challenge(OAuthScene.VERIFIER)
				+ "&code_challenge_method=S256";
		var page = this.visitor.follow(this.visitor.get(request));
		var back = this.visitor.signIn(page, this.user);
		while (!back.location().startsWith(BACK)) {
			back = this.visitor
				.get(URI.create(back.location()).getRawPath() + "?" + URI.create(back.location()).getRawQuery());
		}
		return back.location().replaceFirst(".*[?&]code=([^&]*).*", "$1");
	}

	private JsonNode redeem(String code) {
		var answer = token(AuthTest.WEB_SECRET, codeParameters(code));
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		return JSON.readTree(answer.text());
	}

	private static String codeParameters(String code) {
		return "grant_type=authorization_code&code=" + code + "&redirect_uri=" + encoded(BACK) + "&code_verifier="
				+ OAuthScene.VERIFIER;
	}

	private Seen refresh(String refreshToken) {
		return token(AuthTest.WEB_SECRET, "grant_type=refresh_token&refresh_token=" + refreshToken);
	}

	private Seen token(String secret, String parameters) {
		return new Visitor(this.port).post("/oauth2/token",
				parameters + "&client_id=parley-web&client_secret=" + secret);
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
