package org.parley.gateway.revocation;

import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.parley.gateway.GatewayTest;
import org.parley.gateway.Visitors;
import org.parley.platform.test.client.TestTokens;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerResponse;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A gateway that started while auth-service, Redis and the broker were unavailable. */
@GatewayTest
@DirtiesContext
class ColdStartIT {

	private static final String REVOKED = UUID.randomUUID().toString();

	private static volatile String keys = "";

	private static volatile String list = "";

	private static final DisposableServer AUTH = HttpServer.create()
		.host("127.0.0.1")
		.port(0)
		.route((routes) -> routes.get("/oauth2/jwks", (_, response) -> answer(response, keys))
			.get("/internal/revocations", (_, response) -> answer(response, list)))
		.bindNow();

	@LocalServerPort
	int port;

	@DynamicPropertySource
	static void auth(DynamicPropertyRegistry properties) {
		properties.add("parley.public-url", () -> TestTokens.ISSUER);
		properties.add("spring.security.oauth2.resourceserver.jwt.jwk-set-uri",
				() -> "http://127.0.0.1:" + AUTH.port() + "/oauth2/jwks");
		properties.add("parley.revocations.source", () -> "http://127.0.0.1:" + AUTH.port() + "/internal/revocations");
		properties.add("parley.revocations.patience", () -> "1s");
	}

	@AfterAll
	static void stop() {
		AUTH.disposeNow();
	}

	@Test
	void tokensWaitForKeysWhileGuestsAreServed() throws Exception {
		var token = TestTokens.of(UUID.randomUUID().toString(), "alice");
		assertUnavailable(token);
		assertOthersAreServed(token);
		try (InputStream served = URI.create(TestTokens.keysUri()).toURL().openStream()) {
			keys = new String(served.readAllBytes(), StandardCharsets.UTF_8);
		}
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> get(token).expectHeader().valueMatches("RateLimit-Policy", "\"user\".*"));
		assertUnavailable(token);
		get(TestTokens.claims("1", "alice").expired().sign()).expectStatus().isOk();
		assertOthersAreServed(token);
		list = "{\"data\":[{\"userId\":\"%s\",\"ver\":2}],\"next\":null}".formatted(REVOKED);
		Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> get(token).expectStatus().isOk());
		get(TestTokens.of(REVOKED, "eve")).expectStatus()
			.isUnauthorized()
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("auth.token-revoked");
	}

	private void assertUnavailable(String token) {
		for (var one : new String[] { token, TestTokens.of(REVOKED, "eve") }) {
			get(one).expectStatus()
				.isEqualTo(503)
				.expectHeader()
				.valueEquals("Retry-After", "1")
				.expectBody()
				.jsonPath("$.code")
				.isEqualTo("service.unavailable");
		}
	}

	private void assertOthersAreServed(String token) {
		Visitors.at(this.port).get().uri("/api/v1/notifications").exchange().expectStatus().isOk();
		get("nonsense").expectStatus().isOk();
		request(HttpMethod.POST, "/api/v1/auth/login", token).expectStatus().isOk();
	}

	private WebTestClient.ResponseSpec get(String token) {
		return request(HttpMethod.GET, "/api/v1/notifications", token);
	}

	private WebTestClient.ResponseSpec request(HttpMethod method, String path, String token) {
		return Visitors.at(this.port).method(method).uri(path).header("Authorization", "Bearer " + token).exchange();
	}

	private static Mono<Void> answer(HttpServerResponse response, String json) {
		return json.isEmpty() ? response.status(503).send().then()
				: response.header("Content-Type", "application/json").sendString(Mono.just(json)).then();
	}

}
