package org.parley.gateway.security;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.gateway.Backends;
import org.parley.gateway.GatewayTest;
import org.parley.gateway.Visitors;

import org.springframework.boot.test.web.server.LocalServerPort;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class SecurityHeadersIT {

	@LocalServerPort
	int port;

	@ParameterizedTest
	@CsvSource({ "GET, /api/v1/users/me", "GET, /nothing", "GET, /livez", "DELETE, /livez", "GET, /api/v1/auth//x",
			"OPTIONS, /api/v1/threads" })
	void everyAnswerHasSecurityHeaders(String method, String path) {
		var headers = Visitors.at(this.port)
			.method(org.springframework.http.HttpMethod.valueOf(method))
			.uri(path)
			.exchange()
			.returnResult(Void.class)
			.getResponseHeaders();
		assertThat(headers.get("Strict-Transport-Security")).containsExactly("max-age=31536000; includeSubDomains");
		assertThat(headers.get("Content-Security-Policy"))
			.containsExactly("default-src 'none'; frame-ancestors 'none'");
		assertThat(headers.get("X-Content-Type-Options")).containsExactly("nosniff");
		assertThat(headers.get("Referrer-Policy")).containsExactly("same-origin");
		assertThat(headers.get("Permissions-Policy")).singleElement().asString().contains("camera=()");
		assertThat(headers.get("X-Correlation-Id")).hasSize(1);
	}

	@Test
	void duplicateHeadersAreRemoved() {
		Backends.FORUM.stubFor(any(anyUrl()).willReturn(aResponse().withHeader("X-Content-Type-Options", "nosniff")
			.withHeader("X-Correlation-Id", "other")
			.withHeader("Referrer-Policy", "unsafe-url")));
		var headers = Visitors.at(this.port)
			.get()
			.uri("/api/v1/threads")
			.header("X-Correlation-Id", "mine")
			.exchange()
			.returnResult(Void.class)
			.getResponseHeaders();
		assertThat(headers.get("X-Content-Type-Options")).containsExactly("nosniff");
		assertThat(headers.get("Referrer-Policy")).containsExactly("same-origin");
		assertThat(headers.get("X-Correlation-Id")).containsExactly("mine");
	}

	@Test
	void pageThatHidesItsAddressKeepsItsReferrerPolicy() {
		Backends.FORUM.stubFor(any(anyUrl()).willReturn(aResponse().withHeader("Referrer-Policy", "no-referrer")));
		Visitors.at(this.port)
			.get()
			.uri("/api/v1/threads")
			.exchange()
			.expectHeader()
			.valueEquals("Referrer-Policy", "no-referrer");
	}

	@Test
	void pageKeepsItsContentSecurityPolicy() {
		Backends.FORUM
			.stubFor(any(anyUrl()).willReturn(aResponse().withHeader("Content-Security-Policy", "default-src 'self'")));
		Visitors.at(this.port)
			.get()
			.uri("/api/v1/threads")
			.exchange()
			.expectHeader()
			.valueEquals("Content-Security-Policy", "default-src 'self'");
	}

	@Test
	void metricsAreHiddenFromClients() {
		Visitors.at(this.port).get().uri("/metrics").exchange().expectStatus().isNotFound();
		Visitors.at(this.port).get().uri("/info").exchange().expectStatus().isNotFound();
	}

	@Test
	void metricsAreReadableByScraper() {
		Visitors.fromLoopback(this.port)
			.get()
			.uri("/metrics")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.value((text) -> assertThat(text).contains("resilience4j_circuitbreaker"));
	}

}
