package org.parley.summary;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.parley.platform.test.EventContract;
import org.parley.platform.test.client.TestUser;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Verifies that published events match their schemas and keep the correlation id. */
class EventContractIT extends SummaryIT {

	private static final Set<String> EVERY = Set.of("summary.requested", "summary.completed", "summary.failed");

	@Autowired
	private AmqpAdmin admin;

	private final TopicExchange exchange = new TopicExchange("summary.events");

	@Test
	void everyEventHasItsSchemaAndCorrelationId() {
		var queue = Objects.requireNonNull(this.admin.declareQueue());
		this.admin.declareBinding(BindingBuilder.bind(queue).to(this.exchange).with("#"));
		requestSummaries();
		var received = new HashSet<String>();
		var violations = new ArrayList<String>();
		eventually().untilAsserted(() -> {
			receive(queue, received, violations);
			assertThat(received).containsAll(EVERY);
		});
		assertThat(violations).isEmpty();
	}

	private void requestSummaries() {
		var category = this.forum.category("anyone");
		var thread = this.forum.thread(category, "Which tomatoes ripen in shade?");
		var held = this.forum.thread(category, "Spam.");
		this.forum.moderate(this.forum.firstPostOf(held), held, 1, "held", null);
		awaitEventsHandled();
		this.client.request(TestUser.with(), thread, "X-Correlation-Id", "same-correlation-id");
		this.client.request(TestUser.with(), held, "X-Correlation-Id", "same-correlation-id");
	}

	private void receive(Queue queue, Set<String> received, List<String> violations) {
		for (var message = this.rabbit.receive(queue.getName()); message != null; message = this.rabbit
			.receive(queue.getName())) {
			var event = new String(message.getBody(), StandardCharsets.UTF_8);
			if (event.contains("same-correlation-id")) {
				EventContract.violations(event).forEach((violation) -> violations.add(violation + " in " + event));
				received.add(message.getMessageProperties().getReceivedRoutingKey());
			}
		}
	}

}
