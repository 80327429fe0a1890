package org.parley.gateway.security;

import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.Test;
import org.parley.gateway.Backends;
import org.parley.gateway.GatewayTest;
import org.parley.gateway.Visitors;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

/** Cookies and the headers about their origin pass unchanged. */
@GatewayTest
class CookieIT {

	@LocalServerPort
	int port;

	@Test
	void cookieHeadersReachService() {
		Visitors.at(this.port)
			.post()
			.uri("/api/v1/auth/refresh")
			.header("Cookie", "parley_refresh=secret; parley_device=mark")
			.header("Origin", "http://localhost:5173")
			.header("Sec-Fetch-Site", "same-site")
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "http://localhost:5173")
			.expectHeader()
			.valueEquals(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true")
			.expectBody()
			.jsonPath("$.service")
			.isEqualTo("auth")
			.jsonPath("$.headers.Cookie[0]")
			.isEqualTo("parley_refresh=secret; parley_device=mark")
			.jsonPath("$.headers.Origin[0]")
			.isEqualTo("http://localhost:5173")
			.jsonPath("$.headers.Sec-Fetch-Site[0]")
			.isEqualTo("same-site");
	}

	@Test
	void foreignOriginWithCookieIsRefused() {
		Visitors.at(this.port)
			.post()
			.uri("/api/v1/auth/refresh")
			.header("Cookie", "parley_refresh=secret")
			.header("Origin", "https://evil.example")
			.exchange()
			.expectStatus()
			.isForbidden()
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("cors.refused");
	}

	@Test
	void everySetCookieReachesClient() {
		Backends.FORUM.stubFor(WireMock.get("/api/v1/threads/cookies")
			.willReturn(WireMock.ok()
				.withHeader("Set-Cookie", "__Secure-one=1; Path=/api/v1/auth; Secure; HttpOnly; SameSite=Strict",
						"__Secure-two=2; Path=/api/v1/auth; Secure; HttpOnly; SameSite=Strict")));
		var answer = Visitors.at(this.port)
			.get()
			.uri("/api/v1/threads/cookies")
			.exchange()
			.returnResult(String.class)
			.getResponseHeaders();
		assertThat(answer.get("Set-Cookie")).containsExactly(
				"__Secure-one=1; Path=/api/v1/auth; Secure; HttpOnly; SameSite=Strict",
				"__Secure-two=2; Path=/api/v1/auth; Secure; HttpOnly; SameSite=Strict");
	}

}
