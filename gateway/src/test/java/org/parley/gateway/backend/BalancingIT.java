package org.parley.gateway.backend;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.matching.UrlPattern;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.gateway.Backends;
import org.parley.gateway.GatewayTest;
import org.parley.gateway.Visitors;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

/** Three instances of the forum, one of which is always unavailable. */
@GatewayTest
@DirtiesContext
class BalancingIT {

	private static final WireMockServer OTHER = new WireMockServer(
			WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1").containerThreads(16));

	/** Without those of the gateway itself. */
	private static final UrlPattern REQUESTS = urlPathMatching("/api/.*");

	private static final int TIMES = 10;

	@LocalServerPort
	int port;

	@Autowired
	CircuitBreakerRegistry breakers;

	@DynamicPropertySource
	static void second(DynamicPropertyRegistry properties) {
		OTHER.start();
		properties.add("PARLEY_FORUM_OTHERS", () -> "http://127.0.0.1:1," + OTHER.baseUrl());
	}

	@AfterAll
	static void stop() {
		OTHER.stop();
	}

	@BeforeEach
	void answer() {
		Backends.FORUM.resetAll();
		Backends.FORUM.stubFor(any(anyUrl()).willReturn(okJson("{}")));
		OTHER.resetAll();
		OTHER.stubFor(any(anyUrl()).willReturn(okJson("{}")));
		Awaitility.await()
			.until(() -> this.breakers.getAllCircuitBreakers()
				.stream()
				.filter((breaker) -> !breaker.getName().endsWith(":1"))
				.allMatch(Backends::isClosed));
		Backends.FORUM.resetRequests();
		OTHER.resetRequests();
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "POST", "DELETE" })
	void requestsAreBalancedAmongAvailableInstances(String method) {
		Awaitility.await().untilAsserted(() -> {
			ask(method, 200);
			assertThat(Backends.FORUM.getAllServeEvents()).isNotEmpty();
			assertThat(OTHER.getAllServeEvents()).isNotEmpty();
		});
	}

	@Test
	void unansweredReadIsRepeatedAtOtherInstance() {
		OTHER.stubFor(any(REQUESTS).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
		ask("GET", 200);
		assertThat(asked(Backends.FORUM)).isEqualTo(TIMES);
	}

	@Test
	void stoppingInstanceIsSkipped() {
		OTHER.stubFor(any(anyUrl()).willReturn(okJson("{}").withHeader("Connection", "close")));
		ask("POST", 200);
		assertThat(asked(OTHER)).isLessThan(TIMES / 3);
	}

	@Test
	void instanceThatRefusesRequestsKeepsItsTurn() {
		OTHER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(400).withHeader("Connection", "close")));
		Backends.FORUM.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(400)));
		// Another test may have had it skipped.
		Awaitility.await().untilAsserted(() -> {
			OTHER.resetRequests();
			ask("POST", 400);
			assertThat(OTHER.getAllServeEvents()).hasSizeGreaterThan(TIMES / 3);
		});
	}

	@Test
	void receivedWriteIsNotRepeated() {
		OTHER.stubFor(any(REQUESTS).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
		Backends.FORUM.stubFor(any(REQUESTS).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
		post(503);
		assertThat(asked(Backends.FORUM) + asked(OTHER)).isOne();
	}

	/** The number of requests, without the gateway's own. */
	private static int asked(WireMockServer instance) {
		return instance.findAll(anyRequestedFor(REQUESTS)).size();
	}

	private void post(int status) {
		Visitors.at(this.port)
			.method(HttpMethod.POST)
			.uri("/api/v1/posts")
			.bodyValue("{\"content\":\"Hello\"}")
			.exchange()
			.expectStatus()
			.isEqualTo(status);
	}

	private void ask(String method, int status) {
		for (var i = 0; i < TIMES; i++) {
			var request = Visitors.at(this.port).method(HttpMethod.valueOf(method)).uri("/api/v1/threads/1");
			if (method.equals("POST")) {
				request.bodyValue("{\"content\":\"Hello\"}");
			}
			request.exchange().expectStatus().isEqualTo(status);
		}
	}

}
