package org.parley.auth.oauth.request;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.auth.Asvs;
import org.parley.auth.oauth.client.AppSettings;

import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;

import static org.assertj.core.api.Assertions.assertThat;

class RedirectUriValidatorTests {

	private static final String BACK = "http://127.0.0.1:4711/back?from=parley";

	private static final String BACK_V6 = "http://[::1]/back";

	@ParameterizedTest
	@ValueSource(strings = { BACK, "http://127.0.0.1:1/back?from=parley", "http://127.0.0.1:65535/back?from=parley",
			"http://127.0.0.1/back?from=parley", BACK_V6, "http://[::1]:50123/back" })
	void nativeAppChoosesItsLoopbackPort(String asked) {
		assertThat(RedirectUriValidator.of(asked, app(true))).isEqualTo(asked);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://127.0.0.1:0/back?from=parley", "http://127.0.0.1:65536/back?from=parley",
			"http://127.0.0.1:99999/back?from=parley", "http://127.0.0.1:2147483648/back?from=parley",
			"http://127.0.0.1:/back?from=parley", "http://127.0.0.1:-1/back?from=parley", "http://[::1]:/back",
			"http://127.0.0.1:4x/back?from=parley", "http://[::1]:99999/back" })
	void redirectToMissingPortIsRefused(String asked) {
		assertThat(RedirectUriValidator.of(asked, app(true))).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://127.0.0.1:4712/other", "http://localhost:4711/back?from=parley",
			"http://alice@127.0.0.1:4711/back?from=parley", "https://127.0.0.1:4711/back?from=parley",
			"http://127.0.0.1:4711/back?from=parley#", "http://[::2]/back", "http://127.0.0.1:4711\\@evil.example/back",
			"not an address" })
	void redirectThatDiffersInMoreThanThePortIsRefused(String asked) {
		assertThat(RedirectUriValidator.of(asked, app(true))).isNull();
	}

	@Test
	@Asvs("10.4.1")
	void webAppChoosesNothing() {
		assertThat(RedirectUriValidator.of(BACK, app(false))).isEqualTo(BACK);
		for (var other : List.of("http://127.0.0.1:4712/back?from=parley", BACK.replace("back", "Back"), BACK + "&",
				BACK.replace("http:", "https:"), BACK.replace("back", "x/../back"), BACK.replace("back", "%62ack"),
				BACK.replace("?from=parley", ""), BACK.replace("back?", "back/?"))) {
			assertThat(RedirectUriValidator.of(other, app(false))).as(other).isNull();
		}
	}

	private static RegisteredClient app(boolean isNative) {
		return RegisteredClient.withId("app")
			.clientId("app")
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.redirectUri(BACK)
			.redirectUri(BACK_V6)
			.clientSettings(ClientSettings.builder().setting(AppSettings.NATIVE, isNative).build())
			.build();
	}

}
