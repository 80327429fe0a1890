package org.parley.gateway.security;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.gateway.GatewayTest;
import org.parley.gateway.Visitors;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;

@GatewayTest
class CrossOriginIT {

	@LocalServerPort
	int port;

	@Test
	void preflightOfAllowedOriginIsAnswered() {
		Visitors.at(this.port)
			.options()
			.uri("/api/v1/notifications")
			.header("Origin", "http://localhost:5173")
			.header("Access-Control-Request-Method", "PATCH")
			.header("Access-Control-Request-Headers", "authorization,cache-control,if-match")
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
			.valueMatches("Access-Control-Allow-Headers", ".*Authorization, Cache-Control.*If-Match.*")
			.expectHeader()
			.valueEquals("Vary", "Origin")
			.expectBody()
			.isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example", "http://localhost:5173.evil.example", "null", "garbage" })
	void preflightOfForeignOriginIsRefused(String origin) {
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

	@ParameterizedTest
	@CsvSource({ "same-origin, 200", "same-site, 403", "cross-site, 403", "none, 403" })
	void formOfPageWithoutReferrerIsOwn(String site, int status) {
		Visitors.at(this.port)
			.post()
			.uri("/verify-email")
			.header("Origin", "null")
			.header("Sec-Fetch-Site", site)
			.exchange()
			.expectStatus()
			.isEqualTo(status);
	}

	@Test
	void allowedOriginReadsExposedHeaders() {
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
					"Deprecation, ETag, Idempotency-Replayed, Link, Location, RateLimit, RateLimit-Policy, Retry-After, "
							+ "Sunset, WWW-Authenticate, X-Correlation-Id");
	}

	@Test
	void allowedOriginReadsErrors() {
		Visitors.at(this.port)
			.get()
			.uri("/api/v1/nothing")
			.header("Origin", "http://localhost:5173")
			.exchange()
			.expectStatus()
			.isNotFound()
			.expectHeader()
			.valueEquals("Access-Control-Allow-Origin", "http://localhost:5173");
	}

	@Test
	void foreignOriginCannotRead() {
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
	void foreignOriginCannotWrite() {
		Visitors.at(this.port)
			.post()
			.uri("/api/v1/notifications")
			.header("Origin", "https://evil.example")
			.exchange()
			.expectStatus()
			.isForbidden();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/.well-known/openid-configuration", "/.well-known/oauth-authorization-server",
			"/oauth2/jwks", "/oauth2/token", "/oauth2/userinfo", "/oauth2/revoke", "/oauth2/par",
			"/oauth2/device_authorization", "/api/v1/notifications/unsubscribe/abc" })
	void openPathsAllowAnyOrigin(String path) {
		for (var origin : List.of("https://app.example", "null")) {
			Visitors.at(this.port)
				.options()
				.uri(path)
				.header("Origin", origin)
				.header("Access-Control-Request-Method", "POST")
				.header("Access-Control-Request-Headers", "authorization,dpop")
				.exchange()
				.expectStatus()
				.isNoContent()
				.expectHeader()
				.valueEquals("Access-Control-Allow-Origin", "*")
				.expectHeader()
				.doesNotExist("Access-Control-Allow-Credentials")
				.expectHeader()
				.valueMatches("Access-Control-Allow-Headers", "Authorization, .*DPoP.*");
			for (var method : List.of(HttpMethod.GET, HttpMethod.POST)) {
				Visitors.at(this.port)
					.method(method)
					.uri(path)
					.header("Origin", origin)
					.exchange()
					.expectStatus()
					.isOk()
					.expectHeader()
					.valueEquals("Access-Control-Allow-Origin", "*")
					.expectHeader()
					.doesNotExist("Access-Control-Allow-Credentials")
					.expectHeader()
					.valueMatches("Access-Control-Expose-Headers", ".*Retry-After, Sunset, WWW-Authenticate.*");
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/oauth2/authorize", "/oauth2/login", "/oauth2/login/code", "/oauth2/consent",
			"/oauth2/device", "/oauth2/device_verification", "/oauth2/logout", "/oauth2/apps", "/oauth2/introspect",
			"/oauth2/token/x", "/oauth2/tokens", "/api/v1/auth/refresh", "/api/v1/notifications/unsubscribe",
			"/api/v1/notifications/unsubscribe/abc/more" })
	void protectedPathsRefuseForeignOrigins(String path) {
		var uri = URI.create("http://127.0.0.1:" + this.port + path);
		for (var method : List.of(HttpMethod.OPTIONS, HttpMethod.POST)) {
			Visitors.at(this.port)
				.method(method)
				.uri(uri)
				.header("Origin", "https://app.example")
				.header("Sec-Fetch-Mode", "cors")
				.header("Access-Control-Request-Method", "GET")
				.exchange()
				.expectStatus()
				.isForbidden()
				.expectHeader()
				.doesNotExist("Access-Control-Allow-Origin");
		}
		Visitors.at(this.port)
			.get()
			.uri(uri)
			.header("Origin", "https://app.example")
			.exchange()
			.expectHeader()
			.doesNotExist("Access-Control-Allow-Origin");
	}

	@ParameterizedTest
	@CsvSource({ "/oauth2/authorize, navigate, 200", "/oauth2/logout, navigate, 200", "/oauth2/authorize, no-cors, 403",
			"/oauth2/consent, navigate, 403", "/oauth2/login, navigate, 403" })
	void pagesOfAppsPostForms(String path, String mode, int status) {
		for (var origin : List.of("https://app.example", "null")) {
			Visitors.at(this.port)
				.post()
				.uri(path)
				.header("Origin", origin)
				.header("Sec-Fetch-Mode", mode)
				.exchange()
				.expectStatus()
				.isEqualTo(status)
				.expectHeader()
				.doesNotExist("Access-Control-Allow-Origin");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost:5000", "http://127.0.0.1:" })
	void ownOriginMayWrite(String origin) {
		Visitors.at(this.port)
			.post()
			.uri("/api/v1/notifications")
			.header("Origin", origin.endsWith(":") ? origin + this.port : origin)
			.exchange()
			.expectStatus()
			.isOk();
	}

	@Test
	void requestWithoutOriginGetsNoCorsHeaders() {
		Visitors.at(this.port)
			.get()
			.uri("/api/v1/notifications")
			.exchange()
			.expectHeader()
			.doesNotExist("Access-Control-Allow-Origin");
	}

}
