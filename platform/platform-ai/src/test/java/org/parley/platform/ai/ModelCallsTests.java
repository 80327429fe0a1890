package org.parley.platform.ai;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** Tests of the calls and their requests with a stub of the provider. */
class ModelCallsTests {

	private static final String PATH = "/v1/scores";

	private static final String CLOSED_PORT = "http://127.0.0.1:1/v1";

	private static final String ANSWER = "{\"answer\": 1}";

	private final WireMockServer provider = new WireMockServer(WireMockConfiguration.options().dynamicPort());

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private Duration readTimeout = Duration.ofSeconds(5);

	@BeforeEach
	void start() {
		this.provider.start();
		respondWith(okJson(ANSWER));
	}

	@AfterEach
	void stop() {
		this.provider.stop();
	}

	@Test
	void requestHasKeyAndJson() {
		assertThat(send(calls(3))).isEqualTo(ANSWER);
		this.provider.verify(postRequestedFor(urlEqualTo(PATH)).withHeader("Authorization", equalTo("Bearer a key"))
			.withHeader("Content-Type", equalTo("application/json"))
			.withRequestBody(equalToJson("{\"text\": \"Hello\"}")));
		assertThat(count("answered")).isEqualTo(1);
	}

	@Test
	void serverErrorIsRetriedTwice() {
		respondWith(status(500));
		assertFails(calls(3), "failed");
		verifyRequests(3);
		assertThat(count("failed")).isEqualTo(3);
	}

	@Test
	void retryAfterServerErrorSucceeds() {
		respondOnceWith(status(503));
		assertThat(send(calls(3))).isEqualTo(ANSWER);
		verifyRequests(2);
	}

	@Test
	void retryHonoursRetryAfter() {
		respondOnceWith(status(429).withHeader("Retry-After", "1"));
		var began = System.nanoTime();
		assertThat(send(calls(3))).isEqualTo(ANSWER);
		assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
		assertThat(count("throttled")).isEqualTo(1);
	}

	@Test
	void longRetryAfterEndsAttempts() {
		respondWith(status(429).withHeader("Retry-After", "3600"));
		assertFails(calls(3), "throttled");
		verifyRequests(1);
	}

	@Test
	void slowResponseTimesOut() {
		this.readTimeout = Duration.ofMillis(200);
		respondWith(okJson(ANSWER).withFixedDelay(3_000));
		assertFails(calls(1), "slow");
	}

	@Test
	void tricklingResponseTimesOut() {
		this.readTimeout = Duration.ofMillis(300);
		respondWith(okJson(ANSWER).withChunkedDribbleDelay(20, 6_000));
		assertFails(calls(1), "slow");
	}

	@Test
	void unreachableProviderFails() {
		this.provider.stop();
		assertFails(calls(1), "failed");
	}

	@Test
	void oversizedResponseIsRejected() {
		respondWith(okJson(" ".repeat(300_000) + ANSWER));
		assertFails(calls(3), "malformed");
		verifyRequests(1);
	}

	@Test
	void redirectIsNotFollowed() {
		respondWith(status(307).withHeader("Location", this.provider.baseUrl() + "/elsewhere"));
		assertFails(calls(3), "refused");
		verifyRequests(1);
	}

	@Test
	void unauthorizedCallIsNotRetried() {
		respondWith(status(401));
		assertFails(calls(3), "refused");
		verifyRequests(1);
	}

	@Test
	void repeatedFailuresOpenCircuitUntilItsPauseEnds() {
		respondWith(status(500));
		var calls = calls(1, 4, 300, Duration.ofMillis(500));
		for (int i = 0; i < 4; i++) {
			assertFails(calls, "failed");
		}
		assertThat(calls.isPermitted()).isFalse();
		assertThat(this.meters.get("parley.ai.circuit.open").tag("purpose", "tests").gauge().value()).isEqualTo(1);
		assertFails(calls, "open");
		verifyRequests(4);
		respondWith(okJson(ANSWER));
		await().until(calls::isPermitted);
		assertThat(send(calls)).isEqualTo(ANSWER);
	}

	@Test
	void rateLimitStopsCalls() {
		var calls = calls(3, 100, 1, Duration.ofMinutes(1));
		assertThat(calls.isPermitted()).isTrue();
		assertThat(send(calls)).isEqualTo(ANSWER);
		assertThat(calls.isPermitted()).isFalse();
		assertFails(calls, "limited");
		verifyRequests(1);
	}

	@Test
	void openCircuitUsesNoRateLimit() {
		respondWith(status(500));
		var calls = calls(1, 4, 4, Duration.ofMinutes(1));
		for (int i = 0; i < 4; i++) {
			assertFails(calls, "failed");
		}
		for (int i = 0; i < 3; i++) {
			assertFails(calls, "open");
		}
		assertThat(count("limited")).isZero();
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 413, 422 })
	void rejectedTextKeepsCircuitClosed(int status) {
		respondWith(status(status));
		var calls = calls(3, 4, 300, Duration.ofMinutes(1));
		for (int i = 0; i < 4; i++) {
			assertFails(calls, "unfit");
		}
		verifyRequests(4);
		assertThat(calls.isPermitted()).isTrue();
	}

	@Test
	void otherExceptionKeepsCircuitClosed() {
		var calls = calls(3, 1, 300, Duration.ofMinutes(1));
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> calls.call(() -> {
			throw new IllegalStateException("The database is away");
		}));
		assertThat(calls.isPermitted()).isTrue();
	}

	private ModelCalls calls(int attempts) {
		return calls(attempts, 100, 300, Duration.ofSeconds(1));
	}

	private ModelCalls calls(int attempts, int window, int perMinute, Duration pause) {
		return new ModelCalls(Tag.of("purpose", "tests"), new ModelCallLimits(attempts, Duration.ofMillis(20),
				Duration.ofSeconds(2), perMinute, new ModelCallLimits.Circuit(window, window, 50, pause)), this.meters);
	}

	private String send(ModelCalls calls) {
		var url = this.provider.isRunning() ? this.provider.baseUrl() + "/v1/" : CLOSED_PORT;
		var http = new ModelHttpClient(new ModelProviderSettings(url, "a key", Duration.ofSeconds(2)),
				this.readTimeout);
		var body = "{\"text\": \"Hello\"}".getBytes(StandardCharsets.UTF_8);
		return new String(calls.call(() -> http.post("/scores", body)), StandardCharsets.UTF_8).strip();
	}

	private void assertFails(ModelCalls calls, String outcome) {
		assertThatExceptionOfType(ModelCallException.class).isThrownBy(() -> send(calls))
			.satisfies((thrown) -> assertThat(thrown.outcome().tag()).isEqualTo(outcome));
		assertThat(count(outcome)).isPositive();
	}

	private void respondWith(ResponseDefinitionBuilder response) {
		this.provider.stubFor(post(PATH).willReturn(response));
	}

	private void respondOnceWith(ResponseDefinitionBuilder first) {
		this.provider.stubFor(post(PATH).inScenario("once")
			.whenScenarioStateIs(Scenario.STARTED)
			.willSetStateTo("then")
			.willReturn(first));
		this.provider.stubFor(post(PATH).inScenario("once").whenScenarioStateIs("then").willReturn(okJson(ANSWER)));
	}

	private void verifyRequests(int times) {
		this.provider.verify(times, postRequestedFor(urlEqualTo(PATH)));
	}

	private double count(String outcome) {
		return Optional
			.ofNullable(this.meters.find("parley.ai.calls").tags("outcome", outcome, "purpose", "tests").counter())
			.map(Counter::count)
			.orElse(0d);
	}

}
