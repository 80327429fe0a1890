package org.parley.auth.oauth.logout;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class SignOutConfirmationFilterTests {

	private static final String ISSUER = "https://forum.example.org";

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	private final MockFilterChain chain = new MockFilterChain();

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "POST, https://app.example", "POST, null" })
	void postOfAnotherSiteIsSentAgainByGet(String method, String origin) throws Exception {
		filter(method, origin, "a.b.c");
		assertThat(this.response.getStatus()).isEqualTo(303);
		assertThat(this.response.getHeader("Location"))
			.isEqualTo(ISSUER + "/oauth2/logout?id_token_hint=a.b.c&state=a+b");
		assertThat(this.chain.getRequest()).isNull();
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "GET, https://app.example", "GET, -", "POST, -", "POST, " + ISSUER })
	void otherRequestWithAnIdTokenIsHandled(String method, @Nullable String origin) throws Exception {
		filter(method, origin, "a.b.c");
		assertThat(this.chain.getRequest()).isNotNull();
	}

	@Test
	void requestWithoutAnIdTokenIsConfirmed() throws Exception {
		for (var method : List.of("GET", "POST")) {
			filter(method, "https://app.example", null);
			assertThat(this.response.getHeader("Location")).isEqualTo(ISSUER + "/oauth2/sign-out?state=a+b");
			this.response.reset();
		}
	}

	private void filter(String method, @Nullable String origin, @Nullable String hint) throws Exception {
		var request = new MockHttpServletRequest(method, "/oauth2/logout");
		request.addParameter("state", "a b");
		if (hint != null) {
			request.addParameter("id_token_hint", hint);
		}
		if (origin != null) {
			request.addHeader("Origin", origin);
		}
		new SignOutConfirmationFilter(ISSUER, "/oauth2/logout").doFilter(request, this.response, this.chain);
	}

}
