package org.parley.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.event.PublishedEvents;

import org.springframework.amqp.core.AmqpAdmin;
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
		soon().untilAsserted(() -> assertThat(events.typesOf(receipt.id())).containsExactly("webhook.received"));
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
		soon().untilAsserted(() -> assertThat(events.typesOf(mail)).containsExactly("mail.delivered", "mail.bounced",
				"mail.complained", "mail.unsubscribed"));
		assertThat(report(body).id()).isEqualTo(first.id());
		report("[{\"event\": \"sent\", \"CustomID\": \"%s\"}]".formatted(mail));
		soon().until(() -> events.typesOf(mail).size() > 4);
		assertThat(events.typesOf(mail)).as("the repeated webhook has no effect").hasSize(5).endsWith("mail.delivered");
		assertThat(this.api.get("/logs/" + first.id()).data().path("summary").asString())
			.isEqualTo("delivered: 1, hard-bounce: 1, complained: 1, unsubscribed: 1");
	}

	@Test
	void ownerHearsBeforeAndAfterTheEndOfSubscription() {
		var events = listen("webhook-endpoint.*");
		var alice = TestUser.with("user");
		var path = "/subscriptions/" + this.api
			.call(alice, "POST", "/subscriptions",
					Map.of("url", "http://127.0.0.1:1/secret-path", "events", List.of("post.created")))
			.id();
		failOnce(path);
		assertThat(this.api.call(alice, "GET", path, null).data().path("disabledAt").asString())
			.isEqualTo(Instant.parse(this.api.get(path).data().path("failingSince").asString())
				.plus(Duration.ofDays(5))
				.toString());
		this.clock.move(Duration.ofHours(61));
		failOnce(path);
		soon().untilAsserted(() -> assertThat(events.of(alice.id())).hasSize(1));
		assertThat(events.of(alice.id()).getFirst().toString())
			.contains("webhook-endpoint.failing", "127.0.0.1", "\"failures\"")
			.doesNotContain("secret-path");
		failOnce(path);
		this.clock.move(Duration.ofHours(60));
		failOnce(path);
		soon().untilAsserted(() -> assertThat(events.of(alice.id())).as("one warning").hasSize(2));
		assertThat(events.of(alice.id()).getLast().toString()).contains("webhook-endpoint.stopped", "\"failures\"");
		assertThat(this.api.call(alice, "GET", path, null).data().path("status").asString()).isEqualTo("disabled");
		this.api.call(alice, "PATCH", path, Map.of("status", "active"));
		this.api.call(alice, "PATCH", path, Map.of("status", "disabled"));
		this.api.call(alice, "PATCH", path, Map.of("status", "active"));
		this.api.call(this.api.admin(), "PATCH", path, Map.of("status", "disabled"));
		soon().until(() -> events.of(alice.id()).size() > 2);
		assertThat(events.of(alice.id())).as("nothing about what the owner did").hasSize(3);
		assertThat(events.of(alice.id()).getLast().toString()).contains("\"administrator\"");
	}

	private void failOnce(String path) {
		var test = this.api.post(path + "/test", null);
		assertThat(test.status()).as(test.toString()).isEqualTo(202);
		var delivery = path + "/deliveries/" + test.id();
		soon().until(() -> this.api.get(delivery).data().path("nextAt").isNull());
		soon().until(() -> !this.api.get(path).data().path("failingSince").isNull());
	}

	private TestResponse report(String body) {
		var login = Base64.getEncoder().encodeToString(LOGIN.getBytes(StandardCharsets.UTF_8));
		return this.api.call(TestUser.GUEST, "POST", "/mailjet", body, "Authorization", "Basic " + login);
	}

	private PublishedEvents listen(String types) {
		return new PublishedEvents(this.admin, this.rabbit, "webhook.events", types);
	}

}
