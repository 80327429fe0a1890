package org.parley.gateway.limit;

import java.util.UUID;

import io.lettuce.core.RedisClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.gateway.GatewayTest;
import org.parley.gateway.Visitors;
import org.parley.localstack.LocalStack;
import org.parley.platform.test.LocalStackTest;
import org.parley.platform.test.client.TestTokens;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
@LocalStackTest
class RateLimitIT {

	@LocalServerPort
	int port;

	@Value("${parley.redis.prefix}")
	String prefix;

	@BeforeEach
	void untilTheKeysAreThere() {
		String token = TestTokens.of("warm-up-" + UUID.randomUUID(), "warm");
		Awaitility.await()
			.untilAsserted(() -> get(Visitors.at(this.port), token).expectHeader()
				.valueMatches("RateLimit-Policy", "\"user\".*"));
	}

	@Test
	void credentialsAreLimitedPerAddress() {
		WebTestClient visitor = Visitors.at(this.port);
		for (int left = 19; left >= 0; left--) {
			login(visitor).expectStatus()
				.isOk()
				.expectHeader()
				.valueEquals("RateLimit-Policy", "\"credentials\";q=20;w=900")
				.expectHeader()
				.valueMatches("RateLimit", "\"credentials\";r=" + left + ";t=\\d{1,3}");
		}
		String retryAfter = login(visitor).expectStatus()
			.isEqualTo(429)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectHeader()
			.valueMatches("RateLimit", "\"credentials\";r=0;t=\\d+")
			.expectHeader()
			.exists("X-Correlation-Id")
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("rate.limited")
			.jsonPath("$.type")
			.isEqualTo("urn:parley:problem:rate.limited")
			.returnResult()
			.getResponseHeaders()
			.getFirst("Retry-After");
		assertThat(Integer.parseInt(String.valueOf(retryAfter))).isBetween(1, 1800);
		login(Visitors.at(this.port)).expectStatus().isOk();
	}

	@ParameterizedTest
	@CsvSource({ "/oauth2/device_verification, credentials", "/oauth2/device, credentials",
			"/oauth2/login, credentials", "/oauth2/token, machines", "/oauth2/introspect, machines",
			"/oauth2/revoke, machines", "/oauth2/par, machines", "/oauth2/device_authorization, machines",
			"/oauth2/authorize, writes", "/oauth2/consent, writes" })
	void guessesAreLimitedSeparatelyFromMachines(String path, String policy) {
		Visitors.at(this.port)
			.post()
			.uri(path)
			.exchange()
			.expectHeader()
			.valueMatches("RateLimit-Policy", "\"" + policy + "\";.*");
	}

	@ParameterizedTest
	@ValueSource(strings = { "POST", "PUT", "PATCH", "DELETE" })
	void writesAreLimitedSeparately(String method) {
		WebTestClient visitor = Visitors.at(this.port);
		for (int i = 0; i < 30; i++) {
			visitor.method(HttpMethod.valueOf(method)).uri("/api/v1/notifications").exchange().expectStatus().isOk();
		}
		visitor.method(HttpMethod.valueOf(method))
			.uri("/api/v1/notifications")
			.exchange()
			.expectStatus()
			.isEqualTo(429)
			.expectHeader()
			.valueEquals("RateLimit-Policy", "\"writes\";q=30;w=60");
		get(visitor, "").expectStatus().isOk().expectHeader().valueMatches("RateLimit", "\"anonymous\";r=89;t=\\d+");
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "POST" })
	void deviceCodesShareCredentialsLimit(String method) {
		WebTestClient visitor = Visitors.at(this.port);
		for (int i = 0; i < 20; i++) {
			guess(visitor, method).expectStatus().isOk();
		}
		guess(visitor, method).expectStatus().isEqualTo(429);
	}

	private static WebTestClient.ResponseSpec guess(WebTestClient visitor, String method) {
		return visitor.method(HttpMethod.valueOf(method))
			.uri("/oauth2/device_verification?user_code=ABCD-EFGH")
			.exchange();
	}

	@Test
	void personHasOneLimitForAllAddresses() {
		String token = TestTokens.of(UUID.randomUUID().toString(), "alice");
		get(Visitors.at(this.port), token).expectHeader().valueMatches("RateLimit", "\"user\";r=299;t=\\d+");
		get(Visitors.at(this.port), token).expectHeader().valueMatches("RateLimit", "\"user\";r=298;t=\\d+");
	}

	@Test
	void foreignTokenUsesLimitOfAddress() {
		String id = UUID.randomUUID().toString();
		String address = Visitors.address();
		for (String token : new String[] { TestTokens.claims(id, "eve").signByStranger(),
				TestTokens.claims(id, "eve").expired().sign(), TestTokens.claims(id, "eve").type("JWT").sign(),
				TestTokens.claims(id, "eve").audience("others").sign(),
				TestTokens.claims(id, "eve").claim("iss", "http://elsewhere").sign(), "garbage", "" }) {
			get(Visitors.at(this.port, address), token).expectHeader()
				.valueMatches("RateLimit-Policy", "\"anonymous\";q=120;w=60");
		}
		get(Visitors.at(this.port, address), "").expectHeader().valueMatches("RateLimit", "\"anonymous\";r=112;t=\\d+");
	}

	@Test
	void healthIsUnlimited() {
		Visitors.at(this.port).get().uri("/livez").exchange().expectHeader().doesNotExist("RateLimit");
	}

	@Test
	void countsAreSharedThroughRedis() {
		String address = Visitors.address();
		WebTestClient visitor = Visitors.at(this.port, address);
		for (int i = 0; i < 12; i++) {
			get(visitor, "");
		}
		// The gateway's Redis user may not list keys.
		try (var client = RedisClient.create(LocalStack.forTests().redisUri()); var admin = client.connect()) {
			String pattern = this.prefix + "limit:anonymous:" + address + ":*";
			Awaitility.await().untilAsserted(() -> assertThat(admin.sync().keys(pattern)).hasSize(1));
			assertThat(admin.sync().hvals(admin.sync().keys(pattern).getFirst())).hasSize(1);
		}
	}

	private static WebTestClient.ResponseSpec login(WebTestClient visitor) {
		return visitor.post().uri("/api/v1/auth/login").bodyValue("{}").exchange();
	}

	private static WebTestClient.ResponseSpec get(WebTestClient visitor, String token) {
		return visitor.get().uri("/api/v1/notifications").header("Authorization", "Bearer " + token).exchange();
	}

}
