package org.parley.platform.messaging.trace;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.security.AccessRules;
import org.parley.platform.test.LocalStackTest;
import org.parley.platform.test.trace.OtlpReceiver;
import org.parley.platform.test.trace.ReceivedSpan;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A trace from a request through outbox and broker to the listener, at a collector. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.application.name=museum-service", "spring.rabbitmq.publisher-confirm-type=correlated",
				"spring.rabbitmq.publisher-returns=true", "management.tracing.propagation.type=W3C",
				"management.tracing.sampling.probability=0",
				"management.opentelemetry.tracing.export.schedule-delay=100ms" })
@LocalStackTest
class TracingIT {

	private static final OtlpReceiver COLLECTOR = OtlpReceiver.start();

	private static final String CLIENT = "00f067aa0ba902b7";

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void collector(DynamicPropertyRegistry properties) {
		properties.add("management.opentelemetry.tracing.export.otlp.endpoint", COLLECTOR::uri);
	}

	@AfterAll
	static void close() {
		COLLECTOR.close();
	}

	@Test
	void traceLeadsFromRequestThroughOutboxAndBrokerToListener() throws Exception {
		var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
		move("vase", traceparent(trace, "01"));
		awaitSpans(trace);
		var request = only(trace, "http post /pieces/{id}/moves");
		var created = only(trace, "create piece.moved");
		var sent = only(trace, "send piece.moved");
		var processed = only(trace, "process piece.moved");
		assertThat(request.parentId()).isEqualTo(CLIENT);
		assertThat(created.isChildOf(request)).isTrue();
		assertThat(sent.isChildOf(created)).isTrue();
		assertThat(processed.isChildOf(created)).isTrue();
		assertThat(List.of(request, created, sent, processed)).extracting(ReceivedSpan::kind)
			.containsExactly("SERVER", "PRODUCER", "PRODUCER", "CONSUMER");
		assertThat(COLLECTOR.trace(trace)).extracting(ReceivedSpan::service).containsOnly("museum-service");
		assertThat(processed.attributes()).containsEntry("messaging.system", "rabbitmq")
			.containsEntry("messaging.destination.name", "guides");
		assertThat(COLLECTOR.trace(trace)).noneMatch((span) -> span.attributes().toString().contains("vase"));
	}

	@Test
	void failedAttemptMarksSpanWithoutMessage() throws Exception {
		var trace = "5bf92f3577b34da6a3ce929d0e0e4736";
		move("broken", traceparent(trace, "01"));
		await().untilAsserted(() -> assertThat(COLLECTOR.trace(trace)).anyMatch(ReceivedSpan::failed));
		var failed = COLLECTOR.trace(trace).stream().filter(ReceivedSpan::failed).toList();
		assertThat(failed).extracting(ReceivedSpan::name).containsOnly("process piece.moved");
		assertThat(failed.getFirst().attributes()).containsEntry("error.type", IllegalStateException.class.getName());
	}

	@Test
	void unsampledRequestExportsNothing() throws Exception {
		var unsampled = "6bf92f3577b34da6a3ce929d0e0e4736";
		var later = "7bf92f3577b34da6a3ce929d0e0e4736";
		move("statue", traceparent(unsampled, "00"));
		move("coin", traceparent(later, "01"));
		awaitSpans(later);
		assertThat(COLLECTOR.trace(unsampled)).isEmpty();
	}

	private static String traceparent(String trace, String flags) {
		return "00-" + trace + "-" + CLIENT + "-" + flags;
	}

	private static void awaitSpans(String trace) {
		await().untilAsserted(() -> assertThat(COLLECTOR.trace(trace)).extracting(ReceivedSpan::name)
			.contains("http post /pieces/{id}/moves", "create piece.moved", "send piece.moved", "process piece.moved"));
	}

	private static ReceivedSpan only(String trace, String name) {
		assertThat(COLLECTOR.trace(trace)).extracting(ReceivedSpan::name).containsOnlyOnce(name);
		return COLLECTOR.trace(trace).stream().filter((span) -> span.name().equals(name)).findFirst().orElseThrow();
	}

	private void move(String piece, String traceparent) throws IOException, InterruptedException {
		var request = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:%d/pieces/%s/moves".formatted(this.port, piece)))
			.header("traceparent", traceparent)
			.timeout(Duration.ofSeconds(10))
			.POST(HttpRequest.BodyPublishers.noBody());
		try (var client = HttpClient.newHttpClient()) {
			assertThat(client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode())
				.isEqualTo(200);
		}
		assertThat(MuseumGuide.HEARD.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
	}

	@Publishes("piece.moved")
	record PieceCarried(String piece) implements ParleyEvent {

		@Override
		public String subject() {
			return this.piece;
		}

	}

	@RestController
	static class MoveController {

		private final UnitOfWork work;

		private final ApplicationEventPublisher events;

		MoveController(UnitOfWork work, ApplicationEventPublisher events) {
			this.work = work;
			this.events = events;
		}

		@PostMapping("/pieces/{id}/moves")
		String move(@PathVariable("id") String id) {
			return this.work.run(() -> {
				this.events.publishEvent(new PieceCarried(id));
				return id;
			});
		}

	}

	/** A piece that has moved, or the state of one. */
	record CarriedPiece(String piece) {
	}

	@EventConsumer("guides")
	static class MuseumGuide {

		static final Semaphore HEARD = new Semaphore(0);

		@EventHandler({ "piece.moved", "piece.snapshot" })
		void on(CarriedPiece moved) {
			HEARD.release();
			if (moved.piece().equals("broken")) {
				throw new IllegalStateException("The piece of Alice is broken");
			}
		}

	}

	@Configuration
	@EnableAutoConfiguration
	@Import({ MoveController.class, MuseumGuide.class })
	static class TracedMuseum {

		@Bean
		AccessRules accessRules() {
			return (requests) -> requests.requestMatchers(HttpMethod.POST, "/pieces/*/moves").permitAll();
		}

	}

}
