package org.parley.notification.mail.delivery;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.parley.notification.NotificationTest;
import org.parley.notification.ServiceFixture;
import org.parley.notification.TestMailServer;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.trace.OtlpReceiver;
import org.parley.platform.test.trace.ReceivedSpan;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The trace of an event, from the broker to the mail. */
@NotificationTest
@TestPropertySource(properties = { "management.tracing.sampling.probability=0",
		"management.opentelemetry.tracing.export.schedule-delay=100ms" })
class MailTraceIT {

	private static final OtlpReceiver COLLECTOR = OtlpReceiver.start();

	private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

	private static final String CREATED = "00f067aa0ba902b7";

	@Autowired
	private ServiceFixture fixture;

	@Autowired
	private TestMailServer mailServer;

	@Autowired
	private RabbitTemplate rabbit;

	@DynamicPropertySource
	static void collector(DynamicPropertyRegistry properties) {
		properties.add("management.opentelemetry.tracing.export.otlp.endpoint", COLLECTOR::uri);
	}

	@AfterAll
	static void close() {
		COLLECTOR.close();
	}

	@Test
	void traceOfEventLeadsToMail() {
		var alice = this.fixture.unknownUser();
		publish(this.fixture.link(alice, "token", "en", Instant.now().plusSeconds(3600)));
		await().untilAsserted(() -> assertThat(this.mailServer.receivedBy(alice.address())).hasSize(1));
		await().untilAsserted(() -> assertThat(COLLECTOR.trace(TRACE)).extracting(ReceivedSpan::name)
			.contains("process email-verification.requested", "send mail"));
		var processed = only("process email-verification.requested");
		assertThat(processed.parentId()).isEqualTo(CREATED);
		assertThat(only("send mail").isChildOf(processed)).isTrue();
		assertThat(COLLECTOR.trace(TRACE)).noneMatch((span) -> span.toString().contains(alice.address()));
	}

	private static ReceivedSpan only(String name) {
		return COLLECTOR.trace(TRACE).stream().filter((span) -> span.name().equals(name)).findFirst().orElseThrow();
	}

	private void publish(Map<String, Object> data) {
		var id = Ids.next();
		var event = new TreeMap<String, Object>(
				Map.of("specversion", "1.0", "id", id, "source", "auth-service", "type", "email-verification.requested",
						"subject", id, "time", Instant.now().toString(), "datacontenttype", "application/json",
						"correlationid", id, "partitionkey", id, "traceparent", "00-" + TRACE + "-" + CREATED + "-01"));
		event.put("dataschema", "urn:parley:event:email-verification.requested:1");
		event.put("data", data);
		this.rabbit.send("notifications.letters", "again",
				MessageBuilder.withBody(JsonMapper.shared().writeValueAsBytes(event))
					.setType("email-verification.requested")
					.build());
	}

}
