package org.parley.auth.tokens.refresh;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import jakarta.servlet.http.Cookie;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.auth.tokens.session.UserSessionSettings;
import org.parley.auth.user.cookie.SignInCookies;
import org.parley.platform.domain.RefusalException;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RefreshCookieTests {

	private static final UserSessionSettings SETTINGS = new UserSessionSettings(Duration.ofMinutes(15),
			Duration.ofDays(30), Duration.ofDays(180), Duration.ofSeconds(10), Duration.ofMinutes(10));

	private final RefreshCookie cookie = new RefreshCookie(new SignInCookies(URI.create("https://parley.example.org/")),
			URI.create("https://parley.example.org/"), SETTINGS);

	@Test
	void cookieIsHttpOnlyAndSameSite() {
		var answer = this.cookie.deliver(new SignInTokens(new SignInTokens.Self("1", "alice", "Alice", List.of(), true),
				"access", "secret", 900, null));
		assertThat(answer.getHeaders().getFirst("Set-Cookie")).startsWith("__Secure-parley_refresh=secret;")
			.contains("HttpOnly", "Secure", "SameSite=Strict", "Path=/api/v1/auth", "Max-Age=2592000");
		assertThat(String.valueOf(answer.getBody())).doesNotContain("secret");
	}

	@Test
	void sameOriginRequestIsAccepted() {
		assertThat(this.cookie.read(request("same-origin", null))).isPresent();
		assertThat(this.cookie.read(request(null, "https://parley.example.org"))).isPresent();
		assertThat(this.cookie.read(request("same-origin", "https://parley.example.org"))).isPresent();
	}

	@Test
	void crossSiteRequestIsRefused() {
		refused(request(null, null));
		refused(request("cross-site", null));
		refused(request("same-site", null));
		refused(request("none", null));
		refused(request(null, "https://example.org"));
		refused(request("same-origin", "https://example.org"));
		refused(request(null, "null"));
	}

	@Test
	void requestWithoutCookieIsEmpty() {
		assertThat(this.cookie.read(new MockHttpServletRequest())).isEmpty();
	}

	private void refused(MockHttpServletRequest request) {
		assertThatExceptionOfType(RefusalException.class).isThrownBy(() -> this.cookie.read(request))
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo("auth.cross-site"));
	}

	private static MockHttpServletRequest request(@Nullable String site, @Nullable String origin) {
		var request = new MockHttpServletRequest();
		request.setCookies(new Cookie("__Secure-parley_refresh", "secret"));
		if (site != null) {
			request.addHeader("Sec-Fetch-Site", site);
		}
		if (origin != null) {
			request.addHeader("Origin", origin);
		}
		return request;
	}

}
