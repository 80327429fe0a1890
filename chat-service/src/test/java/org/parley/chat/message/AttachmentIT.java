package org.parley.chat.message;

import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.parley.chat.ChatIT;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.event.PublishedEvents;
import org.parley.platform.test.media.TestMedia;
import tools.jackson.databind.JsonNode;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class AttachmentIT extends ChatIT {

	private static final String PURPOSE = "message";

	private final RabbitTemplate rabbit;

	private final AmqpAdmin broker;

	private final TestMedia media;

	@Autowired
	AttachmentIT(RabbitTemplate rabbit, AmqpAdmin broker) {
		this.rabbit = rabbit;
		this.broker = broker;
		this.media = new TestMedia(rabbit, broker, "chat.events", "chat_members");
	}

	@Test
	void membersSeeAttachmentsWithSignedAddresses() {
		var alice = aPerson();
		var bob = aPerson();
		var conversation = aDirectConversation(alice, bob);
		var first = this.media.ready(alice, PURPOSE);
		var second = this.media.ready(alice, PURPOSE);
		var sent = attach(alice, conversation, second, first);
		assertThat(sent.status()).as(sent.toString()).isEqualTo(201);
		this.media.serve(first, alice, PURPOSE, true, 3);
		var seen = this.api.get(bob, "/messages/" + sent.id()).data();
		for (var message : List.of(sent.data(), seen,
				this.api.get(bob, "/conversations/" + conversation + "/messages").body().at("/data/0"),
				this.api.get(bob, "/conversations/" + conversation).data().path("lastMessage"))) {
			assertThat(ids(message)).as(message.toString()).containsExactly(second, first);
			assertThat(message.at("/attachments/1/variants/0/url").asString()).contains("/m/" + first, "?expires=");
			assertThat(message.path("text").asString()).isEmpty();
		}
		refused(this.api.get(aPerson(), "/messages/" + sent.id()), 404, "message.not-found");
	}

	@Test
	void moderatorsReceiveTheAttachmentsOfReportedMessage() {
		var alice = aPerson();
		var bob = aPerson();
		var conversation = aDirectConversation(alice, bob);
		var events = new PublishedEvents(this.broker, this.rabbit, "chat.events", "message.reported");
		var first = this.media.ready(alice, PURPOSE);
		var second = this.media.ready(alice, PURPOSE);
		attach(alice, conversation, first);
		var reported = attach(alice, conversation, second);
		this.api.post(bob, "/messages/" + reported.id() + "/reports", Map.of("reason", "explicit"));
		Awaitility.await()
			.untilAsserted(() -> assertThat(events.of(conversation)).singleElement().satisfies((event) -> {
				assertThat(ids(event.at("/data/message"))).containsExactly(second);
				assertThat(ids(event.at("/data/context/0"))).containsExactly(first);
			}));
	}

	@Test
	void unavailableMediaAreRefused() {
		var alice = aPerson();
		var bob = aPerson();
		var conversation = aDirectConversation(alice, bob);
		for (var id : List.of(this.media.ready(bob, PURPOSE), this.media.ready(alice, "social"),
				this.media.refused(alice, PURPOSE), "01ARZ3NDEKTSV4RRFFQ69G5FAV", "no id")) {
			var refused = attach(alice, conversation, id);
			refused(refused, 422, "media.unavailable");
			assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("attachments");
		}
		for (var body : List.<Map<String, Object>>of(Map.of(), Map.of("attachments", List.of()),
				Map.of("text", " ", "attachments", List.of()), Map.of("text", "x", "attachments", "x"),
				Map.of("text", "x", "attachments", Collections.nCopies(11, "x")))) {
			assertThat(this.api.post(alice, messages(conversation), body).status()).as(body.toString()).isEqualTo(400);
		}
	}

	@Test
	void repeatedClientIdReturnsTheMessageEvenIfItsMediumIsGone() {
		var alice = aPerson();
		var conversation = aDirectConversation(alice, aPerson());
		var id = this.media.ready(alice, PURPOSE);
		var body = Map.of("clientId", "c1", "attachments", List.of(id));
		var sent = this.api.post(alice, messages(conversation), body);
		this.media.remove(id, alice, PURPOSE, 3);
		Awaitility.await()
			.untilAsserted(() -> assertThat(ids(this.api.get(alice, "/messages/" + sent.id()).data())).isEmpty());
		var again = this.api.post(alice, messages(conversation), body);
		assertThat(again.status()).as(again.toString()).isEqualTo(200);
		assertThat(again.id()).isEqualTo(sent.id());
	}

	@Test
	void editKeepsAttachmentsAndDeletionEndsTheirUse() {
		var alice = aPerson();
		var conversation = aDirectConversation(alice, aPerson());
		var id = this.media.ready(alice, PURPOSE);
		var message = attach(alice, conversation, id).id();
		var edited = this.api.patch(alice, "/messages/" + message, Map.of("text", "Look"));
		assertThat(ids(edited.data())).containsExactly(id);
		assertThat(this.api.patch(alice, "/messages/" + message, Map.of("text", "")).status()).isEqualTo(200);
		this.api.delete(alice, "/messages/" + message);
		assertThat(ids(this.api.get(alice, "/messages/" + message).data())).isEmpty();
		var uses = this.media.uses(message, 2);
		assertThat(uses).extracting((use) -> use.at("/use/mediaIds").size()).containsExactly(1, 0);
		assertThat(uses).allMatch((use) -> use.at("/use/audience").asString().equals("restricted"));
		refused(this.api.patch(alice, "/messages/" + send(alice, conversation, "x").id(), Map.of("text", "")), 400,
				"request.invalid");
	}

	private TestResponse attach(TestUser author, String conversation, String... media) {
		return this.api.post(author, messages(conversation), Map.of("attachments", List.of(media)));
	}

	private static String messages(String conversation) {
		return "/conversations/" + conversation + "/messages";
	}

	private static List<String> ids(JsonNode message) {
		return message.path("attachments").valueStream().map((medium) -> medium.path("id").asString()).toList();
	}

}
