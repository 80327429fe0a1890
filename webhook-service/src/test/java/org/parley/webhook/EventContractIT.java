package org.parley.webhook;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.EventContract;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Published events follow their schema. */
class EventContractIT extends WebhookIT {

	@Autowired
	private AmqpAdmin admin;

	@Test
	void receivedEventFollowsSchema() {
		var events = listen("#");
		var receipt = this.api.sendWebhook("evt-" + Ids.next(), "{}", this.clock.instant());
		assertThat(next(events)).contains("webhook.received", receipt.id());
	}

	@Test
	void reportsAboutMailsAreEventsOnce() {
		var events = listen("mail.*");
		var mail = Ids.next();
		var body = Stream.of("sent", "bounce", "spam", "unsub", "open")
			.map((event) -> "{\"event\": \"%s\", \"CustomID\": \"%s\", \"hard_bounce\": true}".formatted(event, mail))
			.collect(Collectors.joining(",", "[", "]"));
		var first = report(body);
		assertThat(first.status()).as(first.toString()).isEqualTo(200);
		for (var type : List.of("mail.delivered", "mail.bounced", "mail.complained", "mail.unsubscribed")) {
			assertThat(next(events)).contains("\"" + type + "\"", "\"mailId\":\"" + mail + "\"");
		}
		assertThat(report(body).id()).isEqualTo(first.id());
		report("[{\"event\": \"sent\", \"CustomID\": \"%s\"}]".formatted(mail));
		assertThat(next(events)).as("the repeated webhook has no effect").contains("mail.delivered");
		assertThat(this.api.get("/logs/" + first.id()).data().path("summary").asString())
			.isEqualTo("delivered: 1, hard-bounce: 1, complained: 1, unsubscribed: 1");
	}

	private TestResponse report(String body) {
		var login = Base64.getEncoder().encodeToString(LOGIN.getBytes(StandardCharsets.UTF_8));
		return this.api.call(TestUser.GUEST, "POST", "/mailjet", body, "Authorization", "Basic " + login);
	}

	private Queue listen(String types) {
		var queue = Objects.requireNonNull(this.admin.declareQueue());
		this.admin.declareBinding(BindingBuilder.bind(queue).to(new TopicExchange("webhook.events")).with(types));
		return queue;
	}

	private String next(Queue queue) {
		var message = Objects
			.requireNonNull(soon().until(() -> this.rabbit.receive(queue.getName()), Objects::nonNull));
		var event = new String(message.getBody(), StandardCharsets.UTF_8);
		assertThat(EventContract.violations(event)).isEmpty();
		return event;
	}

}
