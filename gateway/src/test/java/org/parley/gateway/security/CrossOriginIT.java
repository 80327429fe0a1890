package org.parley.gateway.security;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.gateway.GatewayTest;
import org.parley.gateway.Visitors;

import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class CrossOriginIT {

	@LocalServerPort
	int port;

	@Test
	void aPreflightOfAnAllowedOriginIsAnsweredHere() {
		Visitors.at(this.port)
			.options()
			.uri("/api/v1/notifications")
			.header("Origin", "http://localhost:5173")
			.header("Access-Control-Request-Method", "PATCH")
			.header("Access-Control-Request-Headers", "authorization,if-match")
			.exchange()
			.expectStatus()
			.isNoContent()
			.expectHeader()
			.valueEquals("Access-Control-Allow-Origin", "http://localhost:5173")
			.expectHeader()
			.valueEquals("Access-Control-Allow-Credentials", "true")
			.expectHeader()
			.valueEquals("Access-Control-Max-Age", "3600")
			.expectHeader()
			.valueMatches("Access-Control-Allow-Methods", ".*PATCH.*")
			.expectHeader()
			.valueMatches("Access-Control-Allow-Headers", ".*Authorization.*If-Match.*")
			.expectHeader()
			.valueEquals("Vary", "Origin")
			.expectBody()
			.isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example", "http://localhost:5173.evil.example", "null", "garbage" })
	void aPreflightOfAStrangerIsRefused(String origin) {
		Visitors.at(this.port)
			.options()
			.uri("/api/v1/notifications")
			.header("Origin", origin)
			.header("Access-Control-Request-Method", "GET")
			.exchange()
			.expectStatus()
			.isForbidden()
			.expectHeader()
			.doesNotExist("Access-Control-Allow-Origin")
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("cors.refused");
	}

	@Test
	void anAllowedOriginMayReadTheHeadersThatItNeeds() {
		Visitors.at(this.port)
			.get()
			.uri("/api/v1/notifications")
			.header("Origin", "http://localhost:5173")
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals("Access-Control-Allow-Origin", "http://localhost:5173")
			.expectHeader()
			.valueEquals("Access-Control-Expose-Headers",
					"ETag, Location, RateLimit, RateLimit-Policy, Retry-After, X-Correlation-Id");
	}

	@Test
	void anAllowedOriginMayReadErrorsToo() {
		Visitors.at(this.port)
			.get()
			.uri("/nothing")
			.header("Origin", "http://localhost:5173")
			.exchange()
			.expectStatus()
			.isNotFound()
			.expectHeader()
			.valueEquals("Access-Control-Allow-Origin", "http://localhost:5173");
	}

	@Test
	void aStrangerMayNotRead() {
		Visitors.at(this.port)
			.get()
			.uri("/api/v1/notifications")
			.header("Origin", "https://evil.example")
			.exchange()
			.expectHeader()
			.doesNotExist("Access-Control-Allow-Origin")
			.expectHeader()
			.valueEquals("Vary", "Accept-Encoding", "Origin");
	}

	@Test
	void aStrangerMayNotWrite() {
		Visitors.at(this.port)
			.post()
			.uri("/api/v1/notifications")
			.header("Origin", "https://evil.example")
			.exchange()
			.expectStatus()
			.isForbidden();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost:5000", "http://127.0.0.1:" })
	void ownPagesMayWrite(String origin) {
		Visitors.at(this.port)
			.post()
			.uri("/api/v1/notifications")
			.header("Origin", origin.endsWith(":") ? origin + this.port : origin)
			.exchange()
			.expectStatus()
			.isOk();
	}

	@Test
	void withoutAnOriginNothingIsSaid() {
		Visitors.at(this.port)
			.get()
			.uri("/api/v1/notifications")
			.exchange()
			.expectHeader()
			.doesNotExist("Access-Control-Allow-Origin");
	}

}
