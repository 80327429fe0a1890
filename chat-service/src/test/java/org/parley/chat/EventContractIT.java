package org.parley.chat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.parley.platform.test.EventContract;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Published events follow their schema, in the order of the changes. */
class EventContractIT extends ChatIT {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@Autowired
	private AmqpAdmin admin;

	@Autowired
	private RabbitTemplate rabbit;

	@Test
	void everyEventFollowsItsSchemaInOrder() {
		var queue = Objects.requireNonNull(this.admin.declareQueue());
		this.admin.declareBinding(BindingBuilder.bind(queue).to(new TopicExchange("chat.events")).with("#"));
		var alice = aPerson();
		var bob = aPerson();
		var group = aGroup(alice, bob);
		var message = send(alice, group, "Did yours **ripen**?").id();
		this.api.put(bob, "/messages/" + message + "/reactions/%F0%9F%91%8D", null);
		read(bob, group, 1);
		this.api.patch(alice, "/messages/" + message, Map.of("text", "Did yours ripen?"));
		this.api.post(bob, "/messages/" + message + "/reports", Map.of("reason", "off-topic", "note", "Fruit"));
		this.api.put(bob, "/conversations/" + group + "/mute", Map.of("until", "2030-01-01T00:00:00Z"));
		this.api.delete(alice, "/messages/" + message);
		this.api.patch(alice, "/conversations/" + group, Map.of("name", "Tomatoes"));
		this.api.post(bob, "/conversations/" + group + "/leave", null);
		this.api.delete(alice, "/conversations/" + group);
		var types = List.of("conversation.created", "membership.started", "membership.started", "message.created",
				"message.reacted", "position.changed", "message.edited", "message.reported", "membership.muted",
				"message.removed", "conversation.changed", "membership.ended", "conversation.removed");
		var heard = new ArrayList<String>();
		var violations = new TreeSet<String>();
		Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			collect(queue.getName(), group, heard, violations);
			assertThat(heard).hasSize(types.size());
		});
		assertThat(heard).isEqualTo(types);
		assertThat(violations).isEmpty();
	}

	@Test
	void onlyRoomsPublishTextsForChecks() {
		var queue = Objects.requireNonNull(this.admin.declareQueue());
		this.admin
			.declareBinding(BindingBuilder.bind(queue).to(new TopicExchange("chat.events")).with("room-message.*"));
		var alice = aPerson("admin");
		var bob = aPerson();
		for (var conversation : List.of(aDirectConversation(alice, bob), aGroup(alice, bob))) {
			var message = send(alice, conversation, "Between us").id();
			this.api.patch(alice, "/messages/" + message, Map.of("text", "Still between us"));
			this.api.delete(alice, "/messages/" + message);
		}
		var room = aRoom(alice);
		var message = send(alice, room, "For everybody").id();
		this.api.patch(alice, "/messages/" + message, Map.of("text", "For everybody here"));
		this.api.delete(alice, "/messages/" + message);
		var events = new ArrayList<String>();
		Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			for (var next = this.rabbit.receive(queue.getName()); next != null; next = this.rabbit
				.receive(queue.getName())) {
				events.add(new String(next.getBody(), StandardCharsets.UTF_8));
			}
			assertThat(events).hasSize(3);
		});
		assertThat(events).allMatch((event) -> EventContract.violations(event).isEmpty());
		assertThat(events).noneMatch((event) -> event.contains("etween us"));
		assertThat(events).extracting((event) -> JSON.readTree(event).path("type").asString())
			.containsExactly("room-message.written", "room-message.written", "room-message.removed");
		assertThat(events).extracting((event) -> JSON.readTree(event).at("/data/conversation/kind").asString())
			.containsOnly("room");
		assertThat(JSON.readTree(events.get(1)).at("/data/message/text").asString()).isEqualTo("For everybody here");
	}

	private void collect(String queue, String conversation, List<String> heard, Set<String> violations) {
		for (var next = this.rabbit.receive(queue); next != null; next = this.rabbit.receive(queue)) {
			var event = new String(next.getBody(), StandardCharsets.UTF_8);
			violations.addAll(EventContract.violations(event));
			if (JSON.readTree(event).path("partitionkey").asString().equals(conversation)) {
				heard.add(JSON.readTree(event).path("type").asString());
			}
		}
	}

}
