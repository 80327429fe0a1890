package org.parley.summary;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.parley.platform.test.EventContract;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What is sent keeps its schemas: heard at the exchange, after the whole way. */
class EventContractIT extends SummaryIT {

	private static final Set<String> EVERY = Set.of("summary.requested", "summary.completed", "summary.failed");

	@Autowired
	private AmqpAdmin admin;

	private final TopicExchange exchange = new TopicExchange("summary.events");

	@Test
	void everyEventKeepsItsSchemaAndGoesBackToItsRequest() {
		var queue = Objects.requireNonNull(this.admin.declareQueue());
		this.admin.declareBinding(BindingBuilder.bind(queue).to(this.exchange).with("#"));
		play();
		var heard = new HashSet<String>();
		var violations = new ArrayList<String>();
		soon().untilAsserted(() -> {
			hear(queue, heard, violations);
			assertThat(heard).containsAll(EVERY);
		});
		assertThat(violations).isEmpty();
	}

	private void play() {
		var category = this.forum.category("anyone");
		var thread = this.forum.thread(category, "Which tomatoes ripen in shade?");
		var held = this.forum.thread(category, "Spam.");
		this.forum.moderate(this.forum.firstOf(held), held, 1, "held", null);
		settle();
		this.client.ask(TestUser.with(), thread, "X-Correlation-Id", "the-same-all-the-way");
		this.client.ask(TestUser.with(), held, "X-Correlation-Id", "the-same-all-the-way");
	}

	private void hear(Queue queue, Set<String> heard, List<String> violations) {
		for (var message = this.rabbit.receive(queue.getName()); message != null; message = this.rabbit
			.receive(queue.getName())) {
			var event = new String(message.getBody(), StandardCharsets.UTF_8);
			if (event.contains("the-same-all-the-way")) {
				EventContract.violations(event).forEach((violation) -> violations.add(violation + " in " + event));
				heard.add(message.getMessageProperties().getReceivedRoutingKey());
			}
		}
	}

}
