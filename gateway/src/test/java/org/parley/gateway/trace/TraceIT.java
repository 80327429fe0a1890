package org.parley.gateway.trace;

import java.util.List;
import java.util.Objects;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.parley.gateway.GatewayTest;
import org.parley.gateway.Visitors;
import org.parley.platform.test.trace.OtlpReceiver;
import org.parley.platform.test.trace.ReceivedSpan;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The gateway's spans at a collector, and what it tells services about them. */
@GatewayTest
@TestPropertySource(properties = { "management.tracing.sampling.probability=1",
		"management.opentelemetry.tracing.export.schedule-delay=100ms" })
class TraceIT {

	private static final OtlpReceiver COLLECTOR = OtlpReceiver.start();

	private static final String CLIENT = "00f067aa0ba902b7";

	@LocalServerPort
	int port;

	@DynamicPropertySource
	static void collector(DynamicPropertyRegistry properties) {
		properties.add("management.opentelemetry.tracing.export.otlp.endpoint", COLLECTOR::uri);
	}

	@AfterAll
	static void close() {
		COLLECTOR.close();
	}

	@Test
	void serviceContinuesSpanOfGateway() {
		var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
		var forwarded = get("/api/v1/users/me?name=alice", "00-%s-%s-01".formatted(trace, CLIENT));
		var span = awaitSpan(trace);
		assertThat(forwarded).isEqualTo("00-%s-%s-01".formatted(trace, span.spanId()));
		assertThat(span.parentId()).isEqualTo(CLIENT);
		assertThat(span.name()).isEqualTo("GET auth");
		assertThat(span.kind()).isEqualTo("SERVER");
		assertThat(span.service()).isEqualTo("gateway");
		assertThat(span.attributes()).containsEntry("http.response.status_code", "200")
			.noneSatisfy((_, value) -> assertThat(value).contains("alice"));
	}

	@Test
	void gatewayDecidesAgainstUnsampledClient() {
		var trace = "5bf92f3577b34da6a3ce929d0e0e4736";
		var forwarded = get("/api/v1/users/me", "00-%s-%s-00".formatted(trace, CLIENT));
		assertThat(forwarded).startsWith("00-" + trace).endsWith("-01");
		awaitSpan(trace);
	}

	@Test
	void malformedTraceBeginsAnother() {
		var forwarded = get("/api/v1/users/me", "00-" + "0".repeat(32) + "-" + CLIENT + "-01");
		assertThat(forwarded).matches("00-(?!0{32})[0-9a-f]{32}-[0-9a-f]{16}-01");
		assertThat(awaitSpan(forwarded.substring(3, 35)).parentId()).isEmpty();
	}

	@Test
	void refusalHasItsStatus() {
		var trace = "6bf92f3577b34da6a3ce929d0e0e4736";
		Visitors.at(this.port)
			.get()
			.uri("/api/v1/nothing")
			.header("traceparent", "00-%s-%s-01".formatted(trace, CLIENT))
			.exchange()
			.expectStatus()
			.isNotFound();
		assertThat(awaitSpan(trace).attributes()).containsEntry("http.response.status_code", "404");
	}

	private String get(String uri, String traceparent) {
		var body = Visitors.at(this.port)
			.get()
			.uri(uri)
			.header("traceparent", traceparent)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		List<String> forwarded = JsonPath.read(Objects.requireNonNull(body), "$.headers['traceparent']");
		assertThat(forwarded).hasSize(1);
		return forwarded.getFirst();
	}

	private static ReceivedSpan awaitSpan(String trace) {
		await().untilAsserted(() -> assertThat(COLLECTOR.trace(trace)).hasSize(1));
		return COLLECTOR.trace(trace).getFirst();
	}

}
