package org.parley.chat.message;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.awaitility.Awaitility;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.parley.chat.ChatIT;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.PersonalDataKit;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.relation.RelationsKit;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Recent messages answer from Redis, and never show what has changed. */
class RecentHistoryIT extends ChatIT {

	private static final String THUMB = "%F0%9F%91%8D";

	private static final Set<String> OURS = Set.of("conversations", "memberships", "messages", "reactions", "people");

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private AmqpAdmin broker;

	@Test
	void recentPageAsksNothingOfTheDatabase() {
		var alice = aPerson();
		var bob = aPerson();
		var conversation = aGroup(alice, bob);
		send(alice, conversation, "One");
		var reacted = send(bob, conversation, "Two").id();
		this.api.put(alice, "/messages/" + reacted + "/reactions/" + THUMB, null);
		warm(bob, conversation);
		var page = history(bob, conversation);
		assertThat(texts(page)).containsExactly("Two", "One");
		assertThat(page.body().at("/data/0/reactions").size()).isEqualTo(1);
		assertThat(page.body().at("/data/0/myReactions").isEmpty()).isTrue();
		warm(alice, conversation);
		assertThat(history(alice, conversation).body().at("/data/0/myReactions").size()).isEqualTo(1);
	}

	@Test
	void sentMessageIsOnTheNextPageWithoutTheDatabase() {
		var alice = aPerson();
		var bob = aPerson();
		var conversation = aDirectConversation(alice, bob);
		send(bob, conversation, "Zero");
		warm(alice, conversation);
		for (int i = 1; i <= 5; i++) {
			send(alice, conversation, "Message " + i);
			warm(alice, conversation);
			assertThat(texts(history(alice, conversation))).startsWith("Message " + i).hasSize(i + 1);
		}
		assertThat(databaseCommands(() -> history(alice, conversation))).isEmpty();
	}

	/**
	 * The database is asked as often for a message, whether or not the entry is filled.
	 */
	@Test
	void filledEntryCostsSendersNoQuery() {
		var alice = aPerson();
		var conversation = aDirectConversation(alice, aPerson());
		send(alice, conversation, "First");
		var before = databaseCommands(() -> send(alice, conversation, "Second"));
		warm(alice, conversation);
		var after = databaseCommands(() -> send(alice, conversation, "Third"));
		assertThat(after).hasSameSizeAs(before);
	}

	@Test
	void earlierPagesReadTheDatabaseBeyondTheKnownMessages() {
		var alice = aPerson();
		var conversation = aDirectConversation(alice, aPerson());
		for (int i = 1; i <= 7; i++) {
			send(alice, conversation, "Message " + i);
		}
		warm(alice, conversation);
		var first = this.api.get(alice, "/conversations/" + conversation + "/messages?limit=3");
		assertThat(texts(first)).containsExactly("Message 7", "Message 6", "Message 5");
		var second = page(alice, conversation, first, "next");
		assertThat(texts(second)).containsExactly("Message 4", "Message 3", "Message 2");
		assertThat(texts(page(alice, conversation, second, "prev"))).containsExactly("Message 7", "Message 6",
				"Message 5");
		var last = page(alice, conversation, second, "next");
		assertThat(texts(last)).containsExactly("Message 1");
		assertThat(last.body().at("/meta/pagination/next").isNull()).isTrue();
		assertThat(texts(this.api.get(alice, "/conversations/" + conversation + "/messages?around=4&limit=3")))
			.containsExactly("Message 5", "Message 4", "Message 3");
	}

	@Test
	void longestPageIsFollowedByAnother() {
		var people = List.of(aPerson(), aPerson(), aPerson(), aPerson(), aPerson());
		var alice = people.getFirst();
		var conversation = aGroup(alice, people.get(1), people.get(2), people.get(3), people.get(4));
		for (int i = 0; i < 105; i++) {
			send(people.get(i % people.size()), conversation, "Message " + i);
		}
		for (int i = 0; i < 2; i++) {
			var first = this.api.get(alice, "/conversations/" + conversation + "/messages?limit=100");
			assertThat(texts(first)).hasSize(100);
			var next = first.body().at("/meta/pagination/next").asString();
			assertThat(
					texts(this.api.get(alice, "/conversations/" + conversation + "/messages?limit=100&cursor=" + next)))
				.containsExactly("Message 4", "Message 3", "Message 2", "Message 1", "Message 0");
		}
	}

	@Test
	void changesAreShownAtOnce() {
		var alice = aPerson();
		var bob = aPerson();
		var conversation = aGroup(alice, bob);
		var id = send(alice, conversation, "Original").id();
		warm(bob, conversation);
		this.api.patch(alice, "/messages/" + id, Map.of("text", "Edited"));
		assertThat(texts(history(bob, conversation))).containsExactly("Edited");
		warm(bob, conversation);
		this.api.put(bob, "/messages/" + id + "/reactions/" + THUMB, null);
		assertThat(history(bob, conversation).body().at("/data/0/myReactions").size()).isEqualTo(1);
		warm(bob, conversation);
		this.api.delete(bob, "/messages/" + id + "/reactions/" + THUMB);
		assertThat(history(bob, conversation).body().at("/data/0/reactions").isEmpty()).isTrue();
		warm(bob, conversation);
		this.api.delete(alice, "/messages/" + id);
		assertThat(history(bob, conversation).body().at("/data/0/text").isNull()).isTrue();
		assertThat(history(bob, conversation).body().at("/data/0/status").asString()).isEqualTo("deleted");
	}

	@Test
	void removalByModeratorsIsShownAtOnce() {
		var alice = aPerson();
		var bob = aPerson();
		var conversation = aGroup(alice, bob);
		var id = send(alice, conversation, "Buy my tomatoes").id();
		warm(bob, conversation);
		moderation().decide(Ids.next(), id, "remove", this.clock.instant());
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> this.api.get(bob, "/messages/" + id).data().path("status").asString().equals("removed"));
		assertThat(history(bob, conversation).body().toString()).contains("removed").doesNotContain("tomatoes");
	}

	@Test
	void erasedNameIsGoneAtOnce() {
		var gone = aPerson();
		var bob = aPerson();
		var conversation = aGroup(bob, gone);
		send(gone, conversation, "This stays");
		warm(bob, conversation);
		assertThat(history(bob, conversation).body().toString()).contains(gone.username());
		new PersonalDataKit(this.rabbit, this.broker, "chat.events", "chat_members").erase(gone.id());
		assertThat(history(bob, conversation).body().toString()).contains("This stays", "deleted user")
			.doesNotContain(gone.username());
	}

	@Test
	void lostRightIsLostAtOnce() {
		var alice = aPerson();
		var left = aPerson();
		var removed = aPerson();
		var conversation = aGroup(alice, left, removed);
		send(alice, conversation, "Hello");
		for (var member : List.of(alice, left, removed)) {
			warm(member, conversation);
		}
		refused(history(aPerson(), conversation), 404, "conversation.not-found");
		this.api.post(left, "/conversations/" + conversation + "/leave", null);
		refused(history(left, conversation), 404, "conversation.not-found");
		this.api.delete(alice, "/conversations/" + conversation + "/members/" + removed.username());
		refused(history(removed, conversation), 404, "conversation.not-found");
		this.api.put(alice, "/conversations/" + conversation + "/members/" + left.username(), null);
		assertThat(texts(history(left, conversation))).containsExactly("Hello");
		assertThat(this.api.delete(alice, "/conversations/" + conversation).status()).isEqualTo(204);
		refused(history(alice, conversation), 404, "conversation.not-found");
		refused(history(left, conversation), 404, "conversation.not-found");
	}

	@Test
	void blockedPersonReadsEarlierMessages() {
		var alice = aPerson();
		var bob = aPerson();
		var conversation = aDirectConversation(alice, bob);
		send(alice, conversation, "Before the block");
		warm(bob, conversation);
		new RelationsKit(this.rabbit, "chat_members").block(alice, bob, 1);
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> refused(
					this.api.post(bob, "/conversations/" + conversation + "/messages", Map.of("text", "After it")), 403,
					"chat.blocked"));
		assertThat(texts(history(bob, conversation))).containsExactly("Before the block");
	}

	/** Reads a page until Redis answers it. */
	private void warm(TestUser reader, String conversation) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(databaseCommands(() -> history(reader, conversation))).isEmpty());
	}

	private List<BsonDocument> databaseCommands(Runnable work) {
		return this.commands.during(work)
			.stream()
			.filter((command) -> command.values()
				.stream()
				.anyMatch((value) -> value.isString() && OURS.contains(value.asString().getValue())))
			.toList();
	}

	private TestResponse history(TestUser reader, String conversation) {
		return this.api.get(reader, "/conversations/" + conversation + "/messages");
	}

	private TestResponse page(TestUser reader, String conversation, TestResponse from, String direction) {
		var cursor = from.body().at("/meta/pagination/" + direction).asString();
		return this.api.get(reader, "/conversations/" + conversation + "/messages?limit=3&cursor=" + cursor);
	}

	private static List<String> texts(TestResponse page) {
		assertThat(page.status()).as(page.toString()).isEqualTo(200);
		return page.body().path("data").valueStream().map((message) -> message.path("text").asString()).toList();
	}

}
