package org.parley.realtime.event.chat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestTokens;
import org.parley.realtime.RealtimeIT;
import org.parley.realtime.SocketTestClient;
import org.parley.realtime.access.social.RoomBlocks;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class LiveConversationIT extends RealtimeIT {

	private final String alice = Ids.next();

	private final String bob = Ids.next();

	@Autowired
	private RoomBlocks blocks;

	@ParameterizedTest
	@ValueSource(strings = { "websocket", "polling" })
	void messageHasPropertiesOfApi(String transport) {
		var conversation = events().conversation(this.alice, this.bob);
		var client = client(this.sockets, transport, TestTokens.of(this.bob, "bob"), null);
		var answer = client.joinConversation(conversation);
		assertThat(answer.path("ok").asBoolean()).isTrue();
		assertThat(answer.path("offset").asLong()).isPositive();
		var id = events().message(conversation, "Hello 🌍");
		soon().until(() -> !client.received("new-message").isEmpty());
		var message = client.received("new-message").getFirst();
		assertThat(message.propertyNames()).containsExactlyInAnyOrder("id", "offset", "type", "conversationId", "data");
		assertThat(message.path("conversationId").asString()).isEqualTo(conversation);
		var data = message.path("data");
		assertThat(data.propertyNames()).containsExactlyInAnyOrder("id", "conversationId", "seq", "author", "text",
				"html", "replyTo", "attachments", "reactions", "status", "createdAt", "editedAt", "version");
		assertThat(data.path("id").asString()).isEqualTo(id);
		assertThat(data.path("text").asString()).isEqualTo("Hello 🌍");
		assertThat(data.path("author").path("username").asString()).isEqualTo("alice");
		var attachment = data.at("/attachments/0");
		assertThat(attachment.propertyNames()).containsExactlyInAnyOrder("id", "purpose", "state", "kind", "width",
				"height", "blurhash", "duration", "alt", "variants", "refusal", "refusalReason", "createdAt",
				"version");
		assertThat(attachment.at("/variants/0/url").asString()).contains("/m/" + attachment.path("id").asString() + "/",
				"?expires=", "&signature=");
		assertThat(attachment.at("/variants/0").has("path")).isFalse();
	}

	/**
	 * Without the broker chat-service sends events by Redis, perhaps more than once. They
	 * come again from the broker when it has returned.
	 */
	@Test
	void forwardedMessageIsHeardOnceOnEachInstance() {
		var conversation = events().conversation(this.alice, this.bob);
		var there = client(secondInstance(), "websocket", TestTokens.of(this.bob, "bob"), null);
		assertThat(there.joinConversation(conversation).path("ok").asBoolean()).isTrue();
		var here = joined(this.bob, conversation);
		var unjoined = member(this.alice);
		var message = events().createMessage("message.created", conversation, Ids.next(), "forwarded");
		List.of("no event", "{}", message.toString(), message.toString()).forEach(this::forward);
		soon().until(() -> here.messages().contains("forwarded") && there.messages().contains("forwarded")
				&& !unjoined.received("conversation-updated").isEmpty());
		events().send(message, "message.created");
		events().message(conversation, "last");
		soon().until(() -> here.messages().contains("last") && there.messages().contains("last")
				&& unjoined.received("conversation-updated").size() > 1);
		assertThat(here.messages()).containsExactly("forwarded", "last");
		assertThat(there.messages()).containsExactly("forwarded", "last");
		assertThat(unjoined.received("conversation-updated")).hasSize(2);
		assertThat(here.received("new-message").getFirst().path("offset").asLong()).isPositive();
	}

	/** Somebody who was away while the broker was away misses nothing. */
	@Test
	void forwardedMessageIsReplayed() {
		var conversation = events().conversation(this.alice, this.bob);
		var before = member(this.bob).joinConversation(conversation).path("offset").asLong();
		joined(this.alice, conversation);
		forward(events().createMessage("message.created", conversation, Ids.next(), "forwarded").toString());
		var later = member(this.bob);
		soon().until(() -> {
			later.ask("join-conversation", Map.of("conversationId", conversation, "offset", before));
			return later.messages().contains("forwarded");
		});
	}

	/** Only events of chat-service come by its channel. */
	@Test
	void foreignEventOnTheChannelIsIgnored() {
		var thread = openThread();
		var reader = guest("websocket");
		assertThat(reader.join(thread).path("ok").asBoolean()).isTrue();
		forward(events().create("post.created", (data) -> data.withObject("/thread").put("id", thread)).toString());
		awaitDelivery(reader, thread);
		assertThat(reader.received("new-post")).hasSize(1);
	}

	private void forward(String envelope) {
		this.redis.convertAndSend(this.prefix + "unsent-events", envelope);
	}

	@Test
	void nobodyButMembersJoins() {
		var conversation = events().conversation(this.alice, this.bob);
		assertThat(member(this.alice).joinConversation(conversation).path("ok").asBoolean()).isTrue();
		var others = List.of(member(Ids.next()), member(Ids.next(), "moderator", "admin"), guest("websocket"));
		others.forEach((other) -> assertRefused(conversation, other));
		assertThat(member(this.alice).joinConversation("nonsense").path("code").asString())
			.isEqualTo("request.invalid");
	}

	@Test
	void membershipTakesEffectAtOnce() {
		var conversation = events().conversation(this.alice);
		var client = member(this.bob);
		assertRefused(conversation, client);
		events().membership("membership.started", conversation, this.bob, 2);
		assertThat(client.joinConversation(conversation).path("ok").asBoolean()).isTrue();
		events().message(conversation, "before");
		soon().until(() -> client.messages().contains("before"));
		events().membership("membership.ended", conversation, this.bob, 3);
		soon().until(() -> !client.received("membership-ended").isEmpty());
		assertThat(client.received("membership-ended").getFirst().path("conversationId").asString())
			.isEqualTo(conversation);
		var stays = joined(this.alice, conversation);
		events().message(conversation, "after");
		soon().until(() -> stays.messages().contains("after"));
		assertThat(client.messages()).containsExactly("before");
		assertRefused(conversation, client);
	}

	@Test
	void olderMembershipEventHasNoEffect() {
		var conversation = events().conversation(this.alice, this.bob);
		events().membership("membership.ended", conversation, this.bob, 4);
		events().membership("membership.started", conversation, this.bob, 3);
		var watches = joined(this.alice, conversation);
		events().message(conversation, "last");
		soon().until(() -> watches.messages().contains("last"));
		assertRefused(conversation, member(this.bob));
	}

	@Test
	void changesAreDelivered() {
		var conversation = events().conversation(this.alice, this.bob);
		var client = joined(this.bob, conversation);
		var id = events().message(conversation, "first");
		events().message("message.edited", conversation, id, "second");
		events().message("message.reacted", conversation, id, "second");
		events().hiddenPosition(conversation, this.alice, 1);
		events().position(conversation, this.alice, 1);
		events().messageRemoved(conversation, id);
		soon().until(() -> !client.received("message-removed").isEmpty());
		assertThat(client.received()
			.stream()
			.map(SocketTestClient.Received::name)
			.filter((name) -> !name.startsWith("conv")))
			.containsExactly("new-message", "message-updated", "message-updated", "read-updated", "message-removed");
		var removed = client.received("message-removed").getFirst();
		assertThat(removed.path("conversationId").asString()).isEqualTo(conversation);
		assertThat(removed.at("/data/id").asString()).isEqualTo(id);
		assertThat(removed.at("/data/status").asString()).isEqualTo("deleted");
		var read = client.received("read-updated").getFirst().path("data");
		assertThat(read.at("/user/id").asString()).isEqualTo(this.alice);
		assertThat(read.path("seq").asLong()).isEqualTo(1);
	}

	@Test
	void memberWhoJoinedNothingIsToldOfChanges() {
		var conversation = events().conversation(this.alice);
		var told = member(this.bob);
		var other = member(Ids.next());
		var reads = client(this.sockets, "websocket",
				TestTokens.claims(this.bob, "bob").claim("scope", "threads:read notifications").sign(), null);
		assertThat(List.of(told.outcome(), other.outcome(), reads.outcome())).containsOnly("ok");
		events().membership("membership.started", conversation, this.bob, 2);
		// The membership is stored by another queue than that of messages.
		soon().until(() -> told.received("conversation-updated").size() == 1);
		var message = events().message(conversation, "Hello");
		events().position(conversation, this.bob, 1);
		soon().until(() -> told.received("conversation-updated").size() == 3);
		assertThat(told.received("conversation-updated"))
			.allMatch((event) -> event.path("conversationId").asString().equals(conversation) && !event.has("offset"));
		assertThat(told.received("conversation-updated").stream().map((event) -> event.path("type").asString()))
			.containsExactly("membership.started", "message.created", "position.changed");
		assertThat(told.received("conversation-updated").get(1).at("/data/lastMessage/id").asString())
			.isEqualTo(message);
		assertThat(told.received("new-message")).isEmpty();
		assertThat(other.received()).isEmpty();
		assertThat(reads.received()).isEmpty();
		events().membership("membership.ended", conversation, this.bob, 3);
		soon().until(() -> told.received("conversation-updated").size() == 4);
		events().message(conversation, "Not for bob");
		var stays = joined(this.alice, conversation);
		events().message(conversation, "last");
		soon().until(() -> stays.messages().contains("last"));
		assertThat(told.received("conversation-updated")).hasSize(4);
	}

	@Test
	void missedMessagesAreReplayedWithoutDeletedText() {
		var conversation = events().conversation(this.alice, this.bob);
		var first = joined(this.bob, conversation);
		events().message(conversation, "received");
		soon().until(() -> first.messages().contains("received"));
		var offset = first.received("new-message").getFirst().path("offset").asLong();
		first.close();
		var deleted = events().message(conversation, "a secret");
		events().position(conversation, this.alice, 1);
		events().position(conversation, this.alice, 2);
		events().messageRemoved(conversation, deleted);
		events().message(conversation, "missed");
		var stays = joined(this.alice, conversation);
		events().message(conversation, "last");
		soon().until(() -> stays.messages().contains("last"));
		var back = member(this.bob);
		assertThat(back.ask("join-conversation", Map.of("conversationId", conversation, "offset", offset))
			.path("ok")
			.asBoolean()).isTrue();
		assertThat(back.messages()).containsExactly("missed", "last");
		assertThat(back.received("message-removed")).hasSize(1);
		assertThat(back.received("read-updated")).hasSize(1);
		assertThat(back.received().toString()).doesNotContain("a secret");
	}

	@Test
	void lostRightToReadCategoryEndsMembershipOfRoom() {
		var category = events().category("user");
		var conversation = events().room(category, this.alice, this.bob);
		var client = joined(this.bob, conversation);
		events().category("category.changed", category, "moderator", 2);
		soon().until(() -> !client.received("membership-ended").isEmpty());
		assertRefused(conversation, client);
	}

	/** The membership stays, so that the room returns with the right. */
	@Test
	void memberIsToldNothingOfRoomWhoseCategoryIsClosed() {
		var category = events().category("user");
		var conversation = events().room(category, this.alice, this.bob);
		var joined = joined(this.bob, conversation);
		var told = member(this.bob);
		var reads = member(this.alice, "moderator");
		assertThat(List.of(told.outcome(), reads.outcome())).containsOnly("ok");
		events().category("category.changed", category, "moderator", 2);
		soon().until(() -> !joined.received("membership-ended").isEmpty());
		events().message(conversation, "closed");
		soon().until(() -> reads.received("conversation-updated").toString().contains("closed"));
		events().category("category.changed", category, "user", 3);
		soon().until(() -> joined.joinConversation(conversation).path("ok").asBoolean());
		events().message(conversation, "open");
		soon().until(() -> told.received("conversation-updated").toString().contains("open"));
		assertThat(told.received().toString()).doesNotContain("closed");
	}

	@Test
	void removedConversationEndsMemberships() {
		var conversation = events().conversation(this.alice, this.bob);
		var client = joined(this.bob, conversation);
		events().publish("conversation.removed", (data) -> data.withObject("/conversation").put("id", conversation));
		soon().until(() -> !client.received("membership-ended").isEmpty());
		assertRefused(conversation, client);
	}

	@Test
	void scopesDecideWhichRoomsAreJoined() {
		var conversation = events().conversation(this.bob);
		var thread = openThread();
		var chats = withScope("chat:read");
		assertThat(chats.joinConversation(conversation).path("ok").asBoolean()).isTrue();
		assertThat(chats.join(thread).path("code").asString()).isEqualTo("auth.scope-missing");
		assertThat(chats.ask("typing", Map.of("conversationId", conversation)).path("code").asString())
			.isEqualTo("auth.scope-missing");
		var reads = withScope("threads:read");
		assertThat(reads.join(thread).path("ok").asBoolean()).isTrue();
		assertThat(reads.joinConversation(conversation).path("code").asString()).isEqualTo("auth.scope-missing");
		var token = TestTokens.claims(this.bob, "bob").claim("scope", "threads:read").sign();
		assertThat(chats.ask("authenticate", Map.of("token", token)).path("ok").asBoolean()).isTrue();
		assertThat(chats.received("membership-ended")).hasSize(1);
	}

	@Test
	void typingIsDeliveredToConversation() {
		var conversation = events().conversation(this.alice, this.bob);
		var writer = joined(this.alice, conversation);
		var reader = joined(this.bob, conversation);
		assertThat(writer.ask("typing", Map.of("conversationId", conversation)).path("ok").asBoolean()).isTrue();
		assertThat(writer.ask("typing", Map.of("conversationId", conversation, "threadId", conversation))
			.path("code")
			.asString()).isEqualTo("request.invalid");
		soon().until(() -> !reader.received("typing").isEmpty());
		var typing = reader.received("typing").getFirst();
		assertThat(typing.path("conversationId").asString()).isEqualTo(conversation);
		assertThat(typing.at("/data/user/id").asString()).isEqualTo(this.alice);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void typingDoesNotCrossBlock(boolean isWriterBlocked) {
		var carol = Ids.next();
		var conversation = events().conversation(this.alice, this.bob, carol);
		var writer = joined(this.alice, conversation);
		var separated = joined(this.bob, conversation);
		var reader = joined(carol, conversation);
		social().block("block.started", isWriterBlocked ? this.bob : this.alice,
				isWriterBlocked ? this.alice : this.bob, 1);
		soon().until(() -> this.blocks.separatedFrom(this.alice).contains(this.bob));
		writer.ask("typing", Map.of("conversationId", conversation));
		soon().until(() -> !reader.received("typing").isEmpty());
		assertThat(separated.received("typing")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void readPositionDoesNotCrossBlock(boolean isReaderBlocked) {
		var carol = Ids.next();
		var conversation = events().conversation(this.alice, this.bob, carol);
		var separated = joined(this.bob, conversation);
		var other = joined(carol, conversation);
		social().block("block.started", isReaderBlocked ? this.bob : this.alice,
				isReaderBlocked ? this.alice : this.bob, 1);
		soon().until(() -> this.blocks.separatedFrom(this.alice).contains(this.bob));
		events().message(conversation, "read");
		events().position(conversation, this.alice, 1);
		events().position(conversation, carol, 1);
		soon()
			.until(() -> separated.received("read-updated").size() == 1 && other.received("read-updated").size() == 2);
		assertThat(separated.received("read-updated").getFirst().at("/data/user/id").asString()).isEqualTo(carol);
	}

	private void assertRefused(String conversation, SocketTestClient client) {
		assertThat(atOnce(client, () -> client.joinConversation(conversation)).path("code").asString())
			.isEqualTo("conversation.not-found");
	}

	private SocketTestClient withScope(String scope) {
		return client(this.sockets, "websocket", TestTokens.claims(this.bob, "bob").claim("scope", scope).sign(), null);
	}

	private SocketTestClient joined(String person, String conversation) {
		var client = member(person);
		assertThat(client.joinConversation(conversation).path("ok").asBoolean()).isTrue();
		return client;
	}

}
