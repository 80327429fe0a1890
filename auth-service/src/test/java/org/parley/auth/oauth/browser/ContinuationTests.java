package org.parley.auth.oauth.browser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ContinuationTests {

	@ParameterizedTest
	@ValueSource(
			strings = { "/oauth2/authorize", "/oauth2/authorize?client_id=a&redirect_uri=https%3A%2F%2Fb%2Fc&state=x",
					"/oauth2/device?user_code=BCDF-GHJK", "/oauth2/apps", "/oauth2/consent?state=a-b_c%3D",
					"/oauth2/authorize?next=//evil.example" })
	void ownAddressIsAccepted(String address) {
		assertThat(Continuation.parse(address)).map(Continuation::address).contains(address);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "https://evil.example", "//evil.example", "///evil.example", "/\\evil.example",
			"\\\\evil.example", "/oauth2/authorize/../../evil", "/oauth2/%2e%2e/evil", "/oauth2//evil.example",
			"/oauth2/authorize\\evil", "/oauth2/authorize@evil.example", "/oauth2/authorize;x=y", "javascript:alert(1)",
			"/oauth2/authorize#x", "/oauth2/authorize?a b", "/oauth2/authorize?a\r\nSet-Cookie: b=c", " /oauth2/apps",
			"/oauth2/apps ", "/oauth2/apps\n", "/oauth2/appsx", "/oauth2/token", "/api/v1/users/me", "/",
			"%2Foauth2%2Fapps", "%2F%2Fevil.example", "/oauth2/login", "/oauth2/apps\r\nSet-Cookie: a=b",
			"/oauth2/federation/../../x", "/oauth2/authorize?a=<b>", "/OAuth2/apps", "http:/oauth2/apps" })
	void foreignAddressIsRejected(String address) {
		assertThat(Continuation.parse(address)).isEmpty();
	}

	@Test
	void overlongContinuationIsRejected() {
		assertThat(Continuation.parse("/oauth2/authorize?" + "a".repeat(6000))).isEmpty();
		assertThat(Continuation.parse(null)).isEmpty();
	}

	@Test
	void queryParameterIsDecoded() {
		var address = Continuation.parse("/oauth2/authorize?xclient_id=no&client_id=a%20b&client_id=c").orElseThrow();
		assertThat(address.parameter("client_id")).contains("a b");
		assertThat(address.parameter("state")).isEmpty();
		assertThat(Continuation.parse("/oauth2/authorize?client_id=%zz").orElseThrow().parameter("client_id"))
			.isEmpty();
	}

}
