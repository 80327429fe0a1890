package org.parley.chat.message;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.parley.chat.ChatIT;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestTokens;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.event.PublishedEvents;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;

class MessageIT extends ChatIT {

	private static final String THUMB = "%F0%9F%91%8D";

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private AmqpAdmin broker;

	@Test
	void sentMessageIsShownToMembers() {
		var alice = aPerson();
		var bob = aPerson();
		var conversation = aDirectConversation(alice, bob);
		var sent = send(alice, conversation, "Did *yours* ripen? <script>");
		assertThat(sent.header("ETag")).startsWith("\"0.");
		var shown = this.api.get(bob, "/conversations/" + conversation + "/messages").body().at("/data/0");
		assertThat(shown.path("id").asString()).isEqualTo(sent.id());
		assertThat(shown.path("seq").asLong()).isEqualTo(1);
		assertThat(shown.path("html").asString()).isEqualTo("<p>Did <em>yours</em> ripen? &lt;script&gt;</p>\n");
		assertThat(shown.at("/author/username").asString()).isEqualTo(alice.username());
		assertThat(shown.path("status").asString()).isEqualTo("active");
	}

	@Test
	void concurrentMessagesAreNumberedWithoutGaps() throws Exception {
		var people = IntStream.range(0, 4).mapToObj((_) -> aPerson()).toList();
		var group = aGroup(people.get(0), people.get(1), people.get(2), people.get(3));
		var tries = IntStream.range(0, 60)
			.<Callable<TestResponse>>mapToObj((i) -> () -> send(people.get(i % 4), group, "Message " + i))
			.toList();
		try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
			assertThat(pool.invokeAll(tries)).extracting((sent) -> sent.resultNow().data().path("seq").asLong())
				.containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 60).boxed().toList());
		}
		assertThat(this.api.get(people.get(0), "/conversations/" + group + "/messages?limit=100").body().path("data"))
			.extracting((message) -> message.path("seq").asLong())
			.isEqualTo(LongStream.rangeClosed(1, 60).mapToObj((i) -> 61 - i).toList());
	}

	@Test
	void pagesGoBothWaysFromAnyPlace() {
		var alice = aPerson();
		var conversation = aDirectConversation(alice, aPerson());
		IntStream.range(0, 20).forEach((i) -> send(alice, conversation, "Message " + i));
		var path = "/conversations/" + conversation + "/messages";
		var page = this.api.get(alice, path + "?around=10&limit=4").body();
		assertThat(page.path("data")).extracting((message) -> message.path("seq").asInt())
			.containsExactly(11, 10, 9, 8);
		assertThat(this.api.get(alice, path + "?limit=4&around=" + Long.MAX_VALUE).data())
			.extracting((message) -> message.path("seq").asInt())
			.containsExactly(20, 19, 18, 17);
		var newer = this.api.get(alice, path + "?limit=4&cursor=" + page.at("/meta/pagination/prev").asString());
		assertThat(newer.body().path("data")).extracting((message) -> message.path("seq").asInt())
			.containsExactly(15, 14, 13, 12);
		var older = this.api.get(alice, path + "?limit=4&cursor=" + page.at("/meta/pagination/next").asString());
		assertThat(older.body().path("data")).extracting((message) -> message.path("seq").asInt())
			.containsExactly(7, 6, 5, 4);
	}

	@Test
	void repeatedClientIdReturnsTheSameMessageToItsAuthorOnly() {
		var alice = aPerson();
		var bob = aPerson();
		var group = aGroup(alice, bob);
		var path = "/conversations/" + group + "/messages";
		var first = this.api.post(alice, path, Map.of("text", "Once", "clientId", "c-1"));
		var again = this.api.post(alice, path, Map.of("text", "Once", "clientId", "c-1"));
		assertThat(again.status()).isEqualTo(200);
		assertThat(again.id()).isEqualTo(first.id());
		var others = this.api.post(bob, path, Map.of("text", "Mine", "clientId", "c-1"));
		assertThat(others.status()).isEqualTo(201);
		assertThat(others.id()).isNotEqualTo(first.id());
		assertThat(others.data().path("text").asString()).isEqualTo("Mine");
	}

	@Test
	void concurrentRepetitionsOfAClientIdSendOneMessage() throws Exception {
		var alice = aPerson();
		var path = "/conversations/" + aDirectConversation(alice, aPerson()) + "/messages";
		Callable<TestResponse> send = () -> this.api.post(alice, path, Map.of("text", "Once", "clientId", "same"));
		try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
			var answers = pool.invokeAll(Collections.nCopies(10, send))
				.stream()
				.map((answer) -> answer.resultNow())
				.toList();
			assertThat(answers).extracting(TestResponse::status).containsOnly(200, 201).containsOnlyOnce(201);
			assertThat(answers).extracting(TestResponse::id).containsOnly(answers.getFirst().id());
		}
	}

	@Test
	void repeatedIdempotencyKeyReplaysTheAnswer() {
		var alice = aPerson();
		var path = "/conversations/" + aDirectConversation(alice, aPerson()) + "/messages";
		var first = this.api.post(alice, path, Map.of("text", "Once"), "Idempotency-Key", "a-key-of-mine-1");
		var again = this.api.post(alice, path, Map.of("text", "Once"), "Idempotency-Key", "a-key-of-mine-1");
		assertThat(again.status()).isEqualTo(201);
		assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
		assertThat(again.id()).isEqualTo(first.id());
		refused(this.api.post(alice, path, Map.of("text", "Other"), "Idempotency-Key", "a-key-of-mine-1"), 422,
				"idempotency.key-reused");
	}

	@Test
	void onlyTheAuthorEditsAndOnlyTheCurrentVersion() {
		var alice = aPerson();
		var bob = aPerson();
		var sent = send(alice, aDirectConversation(alice, bob), "One");
		var path = "/messages/" + sent.id();
		refused(this.api.patch(bob, path, Map.of("text", "Mine")), 403, "message.forbidden");
		refused(this.api.delete(bob, path), 403, "message.forbidden");
		var edited = this.api.patch(alice, path, Map.of("text", "Two"), "If-Match", sent.header("ETag"));
		assertThat(edited.data().path("text").asString()).isEqualTo("Two");
		assertThat(edited.data().path("editedAt").isNull()).isFalse();
		refused(this.api.patch(alice, path, Map.of("text", "Three"), "If-Match", sent.header("ETag")), 412,
				"request.precondition-failed");
		refused(this.api.delete(alice, path, "If-Match", sent.header("ETag")), 412, "request.precondition-failed");
		assertThat(this.api.delete(alice, path, "If-Match", edited.header("ETag")).status()).isEqualTo(204);
	}

	@Test
	void deletedMessageLeavesAPlaceholder() {
		var alice = aPerson();
		var bob = aPerson();
		var conversation = aDirectConversation(alice, bob);
		var path = "/messages/" + send(alice, conversation, "Regrettable").id();
		assertThat(this.api.delete(alice, path).status()).isEqualTo(204);
		assertThat(this.api.delete(alice, path).status()).isEqualTo(204);
		var shown = this.api.get(bob, "/conversations/" + conversation + "/messages").body().at("/data/0");
		assertThat(shown.path("status").asString()).isEqualTo("deleted");
		assertThat(shown.path("text").isNull() && shown.path("html").isNull()).isTrue();
		refused(this.api.patch(alice, path, Map.of("text", "Again")), 409, "message.deleted");
		refused(this.api.put(bob, path + "/reactions/" + THUMB, null), 409, "message.deleted");
		assertThat(this.api.get(bob, "/search?q=regrettable").body().path("data")).isEmpty();
	}

	@Test
	void reactionsCountOncePerPersonAndEmoji() {
		var alice = aPerson();
		var bob = aPerson();
		var path = "/messages/" + send(alice, aDirectConversation(alice, bob), "Ripe!").id();
		this.api.put(alice, path + "/reactions/" + THUMB, null);
		this.api.put(bob, path + "/reactions/" + THUMB, null);
		var again = this.api.put(bob, path + "/reactions/" + THUMB, null).data();
		assertThat(again.at("/reactions/👍").asInt()).isEqualTo(2);
		assertThat(again.path("myReactions")).extracting((emoji) -> emoji.asString()).containsExactly("👍");
		this.api.delete(alice, path + "/reactions/" + THUMB);
		this.api.delete(alice, path + "/reactions/" + THUMB);
		assertThat(this.api.get(alice, path).data().at("/reactions/👍").asInt()).isEqualTo(1);
		assertThat(this.api.get(alice, path).data().path("myReactions")).isEmpty();
		this.api.delete(bob, path + "/reactions/" + THUMB);
		assertThat(this.api.get(alice, path).data().path("reactions")).isEmpty();
	}

	@Test
	void otherTextIsNoReaction() {
		var alice = aPerson();
		var path = "/messages/" + send(alice, aDirectConversation(alice, aPerson()), "Ripe!").id();
		refused(this.api.put(alice, path + "/reactions/" + THUMB + THUMB, null), 422, "reaction.invalid");
	}

	@Test
	void invalidMessageIsRefused() {
		var alice = aPerson();
		var path = "/conversations/" + aDirectConversation(alice, aPerson()) + "/messages";
		refused(this.api.post(alice, path, Map.of("text", "&nbsp;")), 400, "request.invalid");
		refused(this.api.post(alice, path, Map.of("text", "")), 400, "request.invalid");
		refused(this.api.post(alice, path, Map.of("text", "x", "replyTo", "01JZZZZZZZZZZZZZZZZZZZZZZX")), 400,
				"request.invalid");
	}

	@Test
	void floodIsLimitedPerConversationAndPerMinute() {
		var alice = aPerson();
		var one = aDirectConversation(alice, aPerson());
		var two = aDirectConversation(alice, aPerson());
		var three = aDirectConversation(alice, aPerson());
		IntStream.range(0, 30).forEach((i) -> send(alice, one, "Message " + i));
		var flooded = this.api.post(alice, "/conversations/" + one + "/messages", Map.of("text", "One more"));
		refused(flooded, 429, "limit.exceeded");
		assertThat(Integer.parseInt(flooded.header("Retry-After"))).isBetween(1, 11);
		IntStream.range(0, 30).forEach((i) -> send(alice, two, "Message " + i));
		refused(this.api.post(alice, "/conversations/" + three + "/messages", Map.of("text", "One more")), 429,
				"limit.exceeded");
		this.clock.move(Duration.ofSeconds(61));
		send(alice, three, "A minute later");
	}

	@Test
	void searchFindsWordsInOwnConversationsOnly() {
		var alice = aPerson();
		var bob = aPerson();
		var carol = aPerson();
		var first = send(alice, aDirectConversation(alice, bob), "The **Quince** ripens late");
		var second = send(carol, aDirectConversation(alice, carol), "quince jelly");
		assertThat(this.api.get(alice, "/search?q=QUINCE").body().path("data"))
			.extracting((hit) -> hit.path("id").asString())
			.containsExactly(second.id(), first.id());
		assertThat(this.api.get(alice, "/search?q=late%20quince").body().path("data"))
			.extracting((hit) -> hit.path("id").asString())
			.containsExactly(first.id());
		assertThat(this.api.get(bob, "/search?q=quince").body().path("data"))
			.extracting((hit) -> hit.path("id").asString())
			.containsExactly(first.id());
	}

	@Test
	void reportQuotesTheMessagesAround() {
		var events = new PublishedEvents(this.broker, this.rabbit, "chat.events", "message.reported");
		var alice = aPerson();
		var bob = aPerson();
		var conversation = aDirectConversation(alice, bob);
		var sent = IntStream.range(0, 12).mapToObj((i) -> send(alice, conversation, "Message " + i).id()).toList();
		var path = "/messages/" + sent.get(6) + "/reports";
		assertThat(this.api.post(bob, path, Map.of("reason", "abuse", "note", "Rude")).status()).isEqualTo(201);
		refused(this.api.post(bob, path, Map.of("reason", "spam")), 409, "report.open");
		refused(this.api.post(alice, path, Map.of("reason", "spam")), 403, "report.own");
		var around = new ArrayList<>(sent.subList(1, 12));
		around.remove(sent.get(6));
		Awaitility.await()
			.untilAsserted(() -> assertThat(events.of(conversation)).singleElement()
				.satisfies((event) -> assertThat(event.at("/data/context"))
					.extracting((quoted) -> quoted.path("id").asString())
					.isEqualTo(around)));
	}

	@Test
	void reportQuotesTheEarlierTextsOnce() {
		var events = new PublishedEvents(this.broker, this.rabbit, "chat.events", "message.reported");
		var alice = aPerson();
		var bob = aPerson();
		var conversation = aDirectConversation(alice, bob);
		var message = send(alice, conversation, "An insult").id();
		for (var text : List.of("A threat", "An insult", "Harmless")) {
			this.api.patch(alice, "/messages/" + message, Map.of("text", text));
		}
		this.api.post(bob, "/messages/" + message + "/reports", Map.of("reason", "abuse"));
		var other = send(alice, conversation, "Never edited").id();
		this.api.post(bob, "/messages/" + other + "/reports", Map.of("reason", "spam"));
		Awaitility.await().untilAsserted(() -> assertThat(events.of(conversation)).hasSize(2));
		assertThat(events.of(conversation).getFirst().at("/data/earlierTexts"))
			.extracting((earlier) -> earlier.path("text").asString() + " " + earlier.path("version").asInt())
			.containsExactly("An insult 0", "A threat 1");
		assertThat(events.of(conversation).getLast().at("/data/earlierTexts").isMissingNode()).isTrue();
	}

	@Test
	void unreadCountLeavesOutMutedConversations() {
		var alice = aPerson();
		var bob = aPerson();
		var direct = aDirectConversation(alice, bob);
		var group = aGroup(alice, bob);
		send(alice, direct, "One");
		send(alice, direct, "Two");
		send(bob, direct, "Own");
		send(alice, group, "Three");
		assertUnread(bob, 2, 3);
		var until = this.clock.instant().plusSeconds(3600).toString();
		this.api.put(bob, "/conversations/" + group + "/mute", Map.of("until", until));
		assertUnread(bob, 1, 2);
		this.clock.move(Duration.ofHours(2));
		assertUnread(bob, 2, 3);
		read(bob, direct, 3);
		assertUnread(bob, 1, 1);
		assertUnread(alice, 1, 1);
	}

	/** The number of the last one is 1,005: 999 of the latest 1,000 are of others. */
	@Test
	void unreadAreCountedAmongTheLatestThousandMessages() {
		var alice = aPerson();
		var bob = aPerson();
		var group = aGroup(alice, bob);
		var first = Objects
			.requireNonNull(this.mongo.findById(send(alice, group, "One of many").id(), Document.class, "messages"));
		this.mongo.getCollection("messages")
			.insertMany(IntStream.rangeClosed(2, 1_004)
				.mapToObj((seq) -> new Document(first).append("_id", Ids.next()).append("seq", (long) seq))
				.toList());
		this.mongo.updateFirst(Query.query(Criteria.where("_id").is(group)), Update.update("lastSeq", 1_004L),
				"conversations");
		send(bob, group, "Own");
		assertUnread(bob, 1, 999);
		assertThat(unread(bob, group)).isEqualTo(999);
		assertThat(read(bob, group, 2).data().path("unreadCount").asInt()).isEqualTo(999);
		assertThat(read(bob, group, 1_002).data().path("unreadCount").asInt()).isEqualTo(2);
		assertUnread(bob, 1, 2);
	}

	private void assertUnread(TestUser reader, int conversations, int messages) {
		var count = this.api.get(reader, "/unread-count").data();
		assertThat(count.path("conversations").asInt(-1)).isEqualTo(conversations);
		assertThat(count.path("messages").asInt(-1)).isEqualTo(messages);
	}

	@Test
	void tokenForSocketsSendsMessagesOnly() {
		var alice = aPerson();
		var path = "/conversations/" + aDirectConversation(alice, aPerson());
		var token = TestTokens.claims(alice.id(), alice.username())
			.audience("parley-sockets")
			.claim("scope", "threads:read chat:read chat:write social:read notifications moderation")
			.sign();
		var socket = new TestUser(alice.id(), alice.username(), token);
		var sent = this.api.post(socket, path + "/messages", Map.of("text", "By a socket"));
		assertThat(sent.status()).as(sent.toString()).isEqualTo(201);
		for (var answer : List.of(this.api.get(socket, path), this.api.get(socket, path + "/messages"),
				this.api.get(socket, "/conversations"), read(socket, path.substring(15), 1),
				this.api.post(socket, path + "/leave", null), this.api.delete(socket, "/messages/" + sent.id()),
				this.api.patch(socket, "/messages/" + sent.id(), Map.of("text", "x")))) {
			refused(answer, 403, "auth.forbidden");
		}
	}

}
