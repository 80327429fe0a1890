package org.parley.webhook;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.EventContract;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Published events follow their schema. */
class EventContractIT extends WebhookIT {

	@Autowired
	private AmqpAdmin admin;

	@Test
	void receivedEventFollowsSchema() {
		var queue = Objects.requireNonNull(this.admin.declareQueue());
		this.admin.declareBinding(BindingBuilder.bind(queue).to(new TopicExchange("webhook.events")).with("#"));
		var receipt = this.api.sendWebhook("evt-" + Ids.next(), "{}", this.clock.instant());
		var message = Objects
			.requireNonNull(soon().until(() -> this.rabbit.receive(queue.getName()), Objects::nonNull));
		var event = new String(message.getBody(), StandardCharsets.UTF_8);
		assertThat(EventContract.violations(event)).isEmpty();
		assertThat(event).contains("webhook.received", receipt.id());
	}

}
