package org.parley.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.event.PublishedEvents;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Published events follow their schema, in the order of the changes. */
class EventContractIT extends ChatIT {

	@Autowired
	private AmqpAdmin admin;

	@Autowired
	private RabbitTemplate rabbit;

	@Test
	void everyEventFollowsItsSchemaInOrder() {
		var events = new PublishedEvents(this.admin, this.rabbit, "chat.events", "#");
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
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(events.typesOf(group)).hasSize(types.size()));
		assertThat(events.typesOf(group)).isEqualTo(types);
	}

	@Test
	void hiddenReadingIsForTheReaderAlone() {
		var events = new PublishedEvents(this.admin, this.rabbit, "chat.events", "position.changed");
		var alice = aPerson();
		var bob = aPerson();
		var direct = aDirectConversation(alice, bob);
		send(alice, direct, "One");
		send(alice, direct, "Two");
		assertThat(this.api.get(bob, "/preferences").data().path("hidesReading").asBoolean()).isFalse();
		read(bob, direct, 1);
		this.api.put(bob, "/preferences", Map.of("writers", "following", "hidesReading", true));
		assertThat(this.api.put(bob, "/preferences", Map.of("writers", "everyone"))
			.data()
			.path("hidesReading")
			.asBoolean()).as("what is absent stays").isTrue();
		read(bob, direct, 2);
		assertThat(readBy(bob, alice, direct)).isZero();
		assertThat(readBy(bob, bob, direct)).isEqualTo(2);
		Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(events.of(direct)).hasSize(2));
		assertThat(events.of(direct)).extracting((event) -> event.at("/data/hidden").asBoolean(false))
			.containsExactly(false, true);
	}

	/** The position of a member, as a person sees it in the list of members. */
	private long readBy(TestUser member, TestUser viewer, String conversation) {
		return this.api.get(viewer, "/conversations/" + conversation + "/members")
			.data()
			.valueStream()
			.filter((one) -> one.at("/person/id").asString().equals(member.id()))
			.mapToLong((one) -> one.path("readSeq").asLong())
			.sum();
	}

	@Test
	void onlyRoomsPublishTextsForChecks() {
		var published = new PublishedEvents(this.admin, this.rabbit, "chat.events", "room-message.*");
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
		moderation().edit(Ids.next(), send(alice, room, "A harsh word").id(), "A mild word", Instant.now());
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(published.of(room)).hasSize(5));
		var events = published.of(room);
		assertThat(published.all()).noneMatch((event) -> event.toString().contains("etween us"));
		assertThat(events).extracting((event) -> event.path("type").asString())
			.containsExactly("room-message.written", "room-message.written", "room-message.removed",
					"room-message.written", "room-message.written");
		assertThat(events).extracting((event) -> event.at("/data/conversation/kind").asString()).containsOnly("room");
		assertThat(events.get(1).at("/data/message/text").asString()).isEqualTo("For everybody here");
		assertThat(events.get(3).at("/data/corrected").isMissingNode()).isTrue();
		assertThat(events.get(4).at("/data/message/text").asString()).isEqualTo("A mild word");
		assertThat(events.get(4).at("/data/corrected").asBoolean()).isTrue();
	}

}
