package org.parley.auth.oauth.request;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.auth.Asvs;
import org.parley.auth.oauth.client.AppSettings;
import org.parley.auth.oauth.person.BrowserUser;

import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class AuthorizationRequestValidatorTests {

	private static final String BACK = "https://app.test/back";

	private static final Map<String, String> REQUEST = Map.of("scope", "openid profile", "code_challenge",
			"A".repeat(43), "code_challenge_method", "S256");

	@ParameterizedTest
	@CsvSource({ "code_challenge, '', invalid_request", "code_challenge, short, invalid_request",
			"code_challenge_method, plain, invalid_request", "code_challenge_method, '', invalid_request",
			"scope, '', invalid_scope", "scope, parley, invalid_scope", "scope, openid admin, invalid_scope",
			"response_mode, fragment, invalid_request", "response_mode, form_post, invalid_request",
			"request, a.b.c, request_not_supported", "prompt, none login, invalid_request",
			"max_age, -1, invalid_request", "max_age, soon, invalid_request", "dpop_jkt, short, invalid_request" })
	@Asvs({ "10.4.6", "10.4.11", "10.4.12", "10.6.1" })
	void invalidParameterIsRefused(String name, String value, String error) {
		assertThatExceptionOfType(OAuth2AuthorizationCodeRequestAuthenticationException.class)
			.isThrownBy(() -> check(Map.of(), name, value))
			.satisfies((refusal) -> {
				assertThat(refusal.getError().getErrorCode()).isEqualTo(error);
				assertThat(refusal.getError().getDescription()).contains(name).contains(" ").endsWith(".");
				assertThat(refusal.getAuthorizationCodeRequestAuthentication())
					.extracting(OAuth2AuthorizationCodeRequestAuthenticationToken::getRedirectUri,
							OAuth2AuthorizationCodeRequestAuthenticationToken::getState)
					.containsExactly(BACK, "a state & more");
			});
	}

	@ParameterizedTest
	@CsvSource({ "response_mode, query", "prompt, none", "prompt, login consent", "max_age, 999999999", "nonce, n-1" })
	void validParameterIsAccepted(String name, String value) {
		assertThatNoException().isThrownBy(() -> check(Map.of(), name, value));
	}

	@Test
	void olderSoftwareNeedsNoChallengeToSignUsersIn() {
		Map<String, Object> older = Map.of(AppSettings.PKCE_OPTIONAL, true, AppSettings.FORM_POST, true);
		assertThatNoException().isThrownBy(
				() -> check(older, "code_challenge", "", "code_challenge_method", "", "response_mode", "form_post"));
		assertThatExceptionOfType(OAuth2AuthorizationCodeRequestAuthenticationException.class)
			.isThrownBy(() -> check(older, "code_challenge", "", "code_challenge_method", "", "scope", "profile"));
		assertThatExceptionOfType(OAuth2AuthorizationCodeRequestAuthenticationException.class)
			.isThrownBy(() -> check(older, "code_challenge", ""));
	}

	/** Checks a request with changes as pairs of name and value. */
	private static void check(Map<String, Object> settings, String... changes) {
		Map<String, Object> parameters = new HashMap<>(REQUEST);
		for (int i = 0; i < changes.length; i += 2) {
			parameters.put(changes[i], changes[i + 1]);
		}
		var scopes = scopes(String.valueOf(parameters.remove("scope")));
		var request = new OAuth2AuthorizationCodeRequestAuthenticationToken("https://forum.example/oauth2/authorize",
				"app", new BrowserUser("a-user", "a-session", Instant.EPOCH), BACK, "a state & more", scopes,
				parameters);
		AuthorizationRequestValidator.checkApp(OAuth2AuthorizationCodeRequestAuthenticationContext.with(request)
			.registeredClient(app(settings))
			.build(), request, BACK);
	}

	private static Set<String> scopes(String text) {
		return Arrays.stream(text.split(" ", -1)).filter((scope) -> !scope.isEmpty()).collect(Collectors.toSet());
	}

	private static RegisteredClient app(Map<String, Object> settings) {
		return RegisteredClient.withId("app")
			.clientId("app")
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.redirectUri(BACK)
			.scope("openid")
			.scope("profile")
			.clientSettings(ClientSettings.builder().settings((all) -> all.putAll(settings)).build())
			.build();
	}

}
