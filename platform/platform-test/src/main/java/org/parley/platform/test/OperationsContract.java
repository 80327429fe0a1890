package org.parley.platform.test;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests what every service answers: health, metrics, the API document, and problem
 * documents for all else.
 */
public interface OperationsContract {

	/** The port of the service. */
	int port();

	@ParameterizedTest
	@ValueSource(strings = { "/livez", "/readyz", "/health", "/health/live", "/health/ready" })
	default void healthIsUp(String path) {
		client().get().uri(path).exchange().expectStatus().isOk().expectBody().jsonPath("$.status").isEqualTo("UP");
	}

	@Test
	default void metricsAreServed() {
		client().get()
			.uri("/metrics")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.value((metrics) -> assertThat(metrics).contains("jvm_memory_used_bytes"));
	}

	@Test
	default void apiDocumentIsServed() {
		client().get()
			.uri("/openapi.json")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.openapi")
			.value(String.class, (version) -> assertThat(version).startsWith("3.1"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/api/v1/nothing", "/env", "/heapdump", "/swagger-ui.html" })
	default void missingTokenIsRefused(String path) {
		client().get()
			.uri(path)
			.exchange()
			.expectStatus()
			.isUnauthorized()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("auth.required");
	}

	@Test
	default void unsignedTokenIsRefused() {
		client().get()
			.uri("/api/v1/nothing")
			.header(HttpHeaders.AUTHORIZATION, "Bearer made.up.token")
			.exchange()
			.expectStatus()
			.isEqualTo(HttpStatus.UNAUTHORIZED)
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("auth.token-invalid");
	}

	/** Answers contain the public address only. */
	@ParameterizedTest
	@ValueSource(strings = { "/", "/livez", "/health", "/error", "/openapi.json", "/api/v1/nothing", "/oauth2/userinfo",
			"/.well-known/oauth-protected-resource", "/.well-known/oauth-protected-resource/api/v1",
			"/.well-known/openid-configuration", "/.well-known/oauth-authorization-server" })
	default void answersNameNoInternalAddress(String path) {
		for (var authorization : List.of("Bearer made.up.token", "DPoP made.up.token", "Bearer", "Basic bWU6bWU=")) {
			var answer = client().get()
				.uri(path)
				.header(HttpHeaders.AUTHORIZATION, authorization)
				.exchange()
				.expectBody(String.class)
				.returnResult();
			assertThat(answer.getResponseHeaders() + "\n" + answer.getResponseBody())
				.as("%s with %s", path, authorization)
				.doesNotContain(":" + port())
				.doesNotContain("tls_client_certificate_bound_access_tokens")
				.doesNotContainPattern("//[a-z]+-service\\b");
		}
	}

	private RestTestClient client() {
		return RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port()).build();
	}

}
