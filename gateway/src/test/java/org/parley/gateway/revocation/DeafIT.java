package org.parley.gateway.revocation;

import java.time.Duration;
import java.util.UUID;

import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.parley.gateway.Backends;
import org.parley.gateway.GatewayTest;
import org.parley.gateway.Visitors;
import org.parley.platform.test.client.TestTokens;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Without Redis and broker, auth-service is called every second. */
@GatewayTest
class DeafIT {

	@LocalServerPort
	int port;

	@Autowired
	MeterRegistry meters;

	@DynamicPropertySource
	static void keys(DynamicPropertyRegistry properties) {
		properties.add("parley.public-url", () -> TestTokens.ISSUER);
		properties.add("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", TestTokens::keysUri);
	}

	@Test
	void revocationIsLoadedWithoutSources() {
		var person = UUID.randomUUID().toString();
		var token = TestTokens.of(person, "alice");
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> get(token).expectStatus()
				.isOk()
				.expectHeader()
				.valueMatches("RateLimit-Policy", "\"user\".*"));
		Backends.revoke("{\"userId\":\"%s\",\"ver\":2}".formatted(person));
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> get(token).expectStatus().isUnauthorized());
		for (var source : new String[] { "redis", "broker" }) {
			assertThat(this.meters.get("parley.gateway.revocations.open").tag("source", source).gauge().value())
				.isZero();
		}
		WebTestClient.bindToServer()
			.baseUrl("http://127.0.0.1:" + this.port)
			.build()
			.get()
			.uri("/readyz")
			.exchange()
			.expectStatus()
			.isOk();
	}

	private WebTestClient.ResponseSpec get(String token) {
		return Visitors.at(this.port)
			.get()
			.uri("/api/v1/notifications")
			.header("Authorization", "Bearer " + token)
			.exchange();
	}

}
