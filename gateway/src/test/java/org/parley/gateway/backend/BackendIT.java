package org.parley.gateway.backend;

import com.github.tomakehurst.wiremock.http.Fault;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.gateway.Backends;
import org.parley.gateway.GatewayTest;
import org.parley.gateway.Visitors;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class BackendIT {

	@LocalServerPort
	int port;

	@Autowired
	CircuitBreakerRegistry breakers;

	@BeforeEach
	void forget() {
		Backends.FORUM.resetAll();
		Backends.awaitCalls(this.breakers);
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 201, 204, 301, 304, 400, 401, 403, 404, 409, 412, 422, 500, 502, 503 })
	void serviceAnswerIsPassedUnchanged(int status) {
		Backends.FORUM.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status)
			.withHeader("Content-Type", "application/problem+json")
			.withHeader("ETag", "\"7\"")
			.withBody((status == 204 || status == 304) ? null : "{\"code\":\"thread.locked\"}")));
		var body = Visitors.at(this.port)
			.get()
			.uri("/api/v1/threads/1")
			.exchange()
			.expectStatus()
			.isEqualTo(status)
			.expectHeader()
			.valueEquals("ETag", "\"7\"")
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(body).isEqualTo((status == 204 || status == 304) ? null : "{\"code\":\"thread.locked\"}");
	}

	@Test
	void serviceErrorsDoNotOpenBreaker() {
		Backends.FORUM.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
		WebTestClient visitor = Visitors.at(this.port);
		for (int i = 0; i < 40; i++) {
			visitor.get().uri("/api/v1/threads").exchange().expectStatus().isEqualTo(503);
		}
		Backends.FORUM.stubFor(any(anyUrl()).willReturn(okJson("{}")));
		visitor.get().uri("/api/v1/threads").exchange().expectStatus().isOk();
	}

	@ParameterizedTest
	@EnumSource(Fault.class)
	void brokenAnswerIsAProblem(Fault fault) {
		Backends.FORUM.stubFor(any(anyUrl()).willReturn(aResponse().withFault(fault)));
		int status = Visitors.at(this.port)
			.get()
			.uri("/api/v1/threads")
			.exchange()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.code")
			.value((code) -> assertThat((String) code).isIn("service.unavailable", "service.bad-answer"))
			.returnResult()
			.getStatus()
			.value();
		assertThat(status).isIn(502, 503);
	}

	@Test
	void slowServiceIsATimeout() {
		Backends.FORUM.stubFor(get("/api/v1/threads").willReturn(okJson("{}").withFixedDelay(5_000)));
		Visitors.at(this.port)
			.get()
			.uri("/api/v1/threads")
			.exchange()
			.expectStatus()
			.isEqualTo(504)
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("service.timeout");
	}

	@Test
	void hugeAnswerPassesCompletely() {
		String huge = "x".repeat(5 * 1024 * 1024);
		Backends.FORUM.stubFor(any(anyUrl()).willReturn(aResponse().withBody(huge)));
		byte[] body = Visitors.at(this.port)
			.get()
			.uri("/api/v1/threads")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.returnResult()
			.getResponseBody();
		assertThat(body).hasSize(huge.length());
	}

	@Test
	void slowBodyAfterFirstByteArrivesCompletely() {
		Backends.FORUM.stubFor(
				any(anyUrl()).willReturn(aResponse().withBody("x".repeat(1000)).withChunkedDribbleDelay(10, 3_000)));
		byte[] body = Visitors.at(this.port)
			.get()
			.uri("/api/v1/threads")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.returnResult()
			.getResponseBody();
		assertThat(body).hasSize(1000);
	}

}
