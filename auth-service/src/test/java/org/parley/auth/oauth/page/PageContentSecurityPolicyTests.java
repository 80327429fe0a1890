package org.parley.auth.oauth.page;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class PageContentSecurityPolicyTests {

	@ParameterizedTest
	@CsvSource({ "https://app.example/back?x=y, https://app.example",
			"https://app.example:8443/, https://app.example:8443", "http://127.0.0.1:8080/back, http://127.0.0.1:*",
			"http://[::1]/back, http:", "org.example.app:/back, org.example.app:",
			"org.example.app://back;script-src/x, org.example.app:" })
	void formActionNamesTheRedirectUri(String address, String source) {
		var response = new MockHttpServletResponse();
		PageContentSecurityPolicy.returningTo(List.of(address), response);
		assertThat(response.getHeader("Content-Security-Policy")).endsWith("form-action 'self' " + source)
			.startsWith("default-src 'none';")
			.contains("frame-ancestors 'none'")
			.doesNotContain("script-src", "unsafe");
	}

}
