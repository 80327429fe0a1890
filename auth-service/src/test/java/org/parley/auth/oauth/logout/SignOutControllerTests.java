package org.parley.auth.oauth.logout;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

import static org.assertj.core.api.Assertions.assertThat;

class SignOutControllerTests {

	private static final String BYE = "https://app.test/bye";

	@ParameterizedTest
	@CsvSource({ "'', x, /oauth2/signed-out", BYE + ", a b, " + BYE + "?state=a%20b", BYE + ", '', " + BYE,
			"https://app.test/bye?from=parley, x, https://app.test/bye?from=parley&state=x",
			"https://app.test/bye/, x, /oauth2/signed-out", "https://evil.test/, x, /oauth2/signed-out",
			"//evil.test, x, /oauth2/signed-out", "javascript:alert(1), x, /oauth2/signed-out" })
	void onlyRegisteredAddressIsReturnedTo(String address, String state, String target) {
		var app = app().postLogoutRedirectUri(BYE).postLogoutRedirectUri(BYE + "?from=parley").build();
		assertThat(SignOutController.target(Optional.of(app), address, state)).isEqualTo(target);
	}

	@Test
	void unknownAppAndAppWithoutAddressAreNotReturnedTo() {
		assertThat(SignOutController.target(Optional.empty(), BYE, "x")).isEqualTo("/oauth2/signed-out");
		assertThat(SignOutController.target(Optional.of(app().build()), BYE, "x")).isEqualTo("/oauth2/signed-out");
	}

	private static RegisteredClient.Builder app() {
		return RegisteredClient.withId("app")
			.clientId("app")
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.redirectUri("https://app.test/back");
	}

}
