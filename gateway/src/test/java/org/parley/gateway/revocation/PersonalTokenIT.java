package org.parley.gateway.revocation;

import java.util.UUID;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.gateway.Backends;
import org.parley.gateway.GatewayTest;
import org.parley.gateway.Visitors;
import org.parley.platform.security.revocation.Revocation;
import org.parley.platform.security.revocation.Revocations;
import org.parley.platform.test.LocalStackTest;
import org.parley.platform.test.client.TestTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests with a personal token are passed on with an access token in its place. */
@GatewayTest
@LocalStackTest
class PersonalTokenIT {

	@LocalServerPort
	int port;

	@Autowired
	Revocations revocations;

	private final String person = UUID.randomUUID().toString();

	private final String personal = "parley_pat_" + (UUID.randomUUID() + "0123456").replace('-', '_');

	private final String accessToken = TestTokens.of(this.person, "alice");

	@BeforeEach
	void tokenIsValidAndKeysAreLoaded() {
		Awaitility.await().untilAsserted(() -> assertThat(policy(get(this.accessToken))).startsWith("\"user\""));
		Backends.exchange(this.personal, this.accessToken);
	}

	@Test
	void personalTokenIsExchangedOnceForItsOwner() {
		assertThat(token(get(this.personal))).isEqualTo("Bearer " + this.accessToken);
		assertThat(policy(get(this.personal))).startsWith("\"user\"");
		assertThat(token(get(this.personal))).isEqualTo("Bearer " + this.accessToken);
		assertThat(Backends.exchangesOf(this.personal)).isOne();
	}

	@Test
	void invalidPersonalTokenIsPassedOnAndUsesLimitOfAddress() {
		Backends.revokePersonal(this.personal);
		var answer = get(this.personal);
		assertThat(token(answer)).isEqualTo("Bearer " + this.personal);
		assertThat(policy(answer)).startsWith("\"anonymous\"");
		get(this.personal);
		assertThat(Backends.exchangesOf(this.personal)).as("it may count later").isEqualTo(2);
	}

	@Test
	void malformedPersonalTokenIsNotExchanged() {
		for (var token : new String[] { "parley_pat_", this.personal + "x", "x" + this.personal }) {
			assertThat(token(get(token))).isEqualTo("Bearer " + token);
			assertThat(Backends.exchangesOf(token)).isZero();
		}
	}

	@Test
	void personalTokenMustBeBearerToken() {
		for (var scheme : new String[] { "DPoP ", "Basic " }) {
			var answer = get(this.personal, scheme);
			assertThat(token(answer)).isEqualTo(scheme + this.personal);
			assertThat(policy(answer)).startsWith("\"anonymous\"");
		}
		assertThat(Backends.exchangesOf(this.personal)).isZero();
		assertThat(policy(get(this.accessToken, "DPoP "))).startsWith("\"user\"");
	}

	@Test
	void revokedPersonalTokenIsRefused() {
		get(this.personal);
		Backends.revokePersonal(this.personal);
		this.revocations.add(new Revocation("session-of-" + this.person, null, null));
		var answer = get(this.personal);
		assertThat(answer.getStatus().value()).isEqualTo(401);
	}

	@Test
	void roleChangeExchangesAgain() {
		get(this.personal);
		this.revocations.add(new Revocation(null, this.person, 2L));
		var next = TestTokens.claims(this.person, "alice").claim("ver", 2).sign();
		Backends.exchange(this.personal, next);
		assertThat(token(get(this.personal))).isEqualTo("Bearer " + next);
	}

	@Test
	void exchangeWithoutAuthServiceIsUnavailable() {
		Backends.stop("auth");
		try {
			var answer = get(this.personal);
			assertThat(answer.getStatus().value()).isEqualTo(503);
			assertThat(answer.getResponseHeaders().getFirst("Retry-After")).isEqualTo("2");
		}
		finally {
			Backends.start("auth");
		}
		Awaitility.await().untilAsserted(() -> assertThat(get(this.personal).getStatus().value()).isEqualTo(200));
	}

	private EntityExchangeResult<String> get(String token) {
		return get(token, "Bearer ");
	}

	private EntityExchangeResult<String> get(String token, String scheme) {
		return Visitors.at(this.port)
			.get()
			.uri("/api/v1/notifications")
			.header("Authorization", scheme + token)
			.exchange()
			.expectBody(String.class)
			.returnResult();
	}

	private static @Nullable String policy(EntityExchangeResult<String> answer) {
		return answer.getResponseHeaders().getFirst("RateLimit-Policy");
	}

	private static String token(EntityExchangeResult<String> answer) {
		return json(answer).at("/headers/Authorization/0").asString();
	}

	private static JsonNode json(EntityExchangeResult<String> answer) {
		return JsonMapper.shared().readTree(String.valueOf(answer.getResponseBody()));
	}

}
