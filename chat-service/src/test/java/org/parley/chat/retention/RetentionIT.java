package org.parley.chat.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.chat.ChatIT;
import org.parley.chat.conversation.Conversations;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.database.QueryExplanation;
import org.parley.platform.test.media.TestMedia;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;

class RetentionIT extends ChatIT {

	private static final String THUMB = "%F0%9F%91%8D";

	@Autowired
	private Conversations conversations;

	@Autowired
	private RemoveMessages removeMessages;

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private AmqpAdmin broker;

	@Test
	void onlyOldMessagesOfConfiguredKindsAreRemoved() {
		var alice = aPerson();
		var bob = aPerson();
		var group = aGroup(alice, bob);
		var direct = aDirectConversation(alice, bob);
		send(alice, group, "Old in the group");
		send(alice, direct, "Old between us");
		this.clock.move(Duration.ofHours(25));
		send(alice, group, "New in the group");
		assertThat(history(bob, group)).containsExactly("New in the group", "Old in the group");
		assertThat(job(null, Duration.ofDays(1), null).run()).startsWith("Removed ");
		assertThat(history(bob, group)).containsExactly("New in the group");
		assertThat(history(bob, direct)).containsExactly("Old between us");
		assertThat(unread(bob, group)).isEqualTo(1);
		assertThat(this.api.get(bob, "/search?q=old").body().path("data").size()).isEqualTo(1);
		assertThat(send(alice, group, "Newer").data().path("seq").asLong()).isEqualTo(3);
		assertThat(history(bob, group)).containsExactly("Newer", "New in the group");
	}

	@Test
	void keyOfRequestSendsAnotherMessageAfterADay() {
		var alice = aPerson();
		var path = "/conversations/" + aGroup(alice, aPerson()) + "/messages";
		var first = this.api.post(alice, path, Map.of("text", "Stand-up"), "Idempotency-Key", "the-stand-up");
		this.mongo.remove(new Query(), "idempotency");
		assertThat(this.api.post(alice, path, Map.of("text", "Stand-up"), "Idempotency-Key", "the-stand-up").data())
			.isEqualTo(first.data());
		this.clock.move(Duration.ofHours(25));
		this.mongo.remove(new Query(), "idempotency");
		var next = this.api.post(alice, path, Map.of("text", "Stand-up"), "Idempotency-Key", "the-stand-up");
		assertThat(next.status()).isEqualTo(201);
		assertThat(next.data().path("seq").asLong()).isEqualTo(2);
	}

	@Test
	void withoutSettingsNothingIsRemoved() {
		assertThat(job(null, null, null).run()).isEqualTo("Removed 0 messages.");
	}

	@Test
	void everythingOfRemovedMessageIsGone() {
		var alice = aPerson();
		var bob = aPerson();
		var media = new TestMedia(this.rabbit, this.broker, "chat.events", "chat_members");
		var group = aGroup(alice, bob);
		var medium = media.ready(alice, "message");
		var id = this.api
			.post(alice, "/conversations/" + group + "/messages",
					Map.of("text", "Look", "attachments", List.of(medium), "clientId", "c-1"))
			.id();
		this.api.patch(alice, "/messages/" + id, Map.of("text", "Look here"));
		this.api.put(bob, "/messages/" + id + "/reactions/" + THUMB, null);
		assertThat(unread(bob, group)).isEqualTo(1);
		removeAll(group);
		assertThat(history(bob, group)).isEmpty();
		assertThat(unread(bob, group)).isZero();
		assertThat(this.api.get(bob, "/conversations/" + group).data().path("lastMessage").isNull()).isTrue();
		refused(this.api.get(bob, "/messages/" + id), 404, "message.not-found");
		refused(this.api.patch(alice, "/messages/" + id, Map.of("text", "Again")), 404, "message.not-found");
		for (var collection : List.of("reactions", "message_revisions")) {
			assertThat(this.mongo.count(new Query(Criteria.where("messageId").is(id)), collection)).isZero();
		}
		assertThat(media.uses(id, 2)).extracting((use) -> use.at("/use/mediaIds").size()).containsExactly(1, 0);
		assertThat(send(alice, group, "Next").data().path("seq").asLong()).isEqualTo(2);
		assertThat(history(bob, group)).containsExactly("Next");
	}

	@Test
	void messageWithOpenReportStaysUntilDecision() {
		var alice = aPerson();
		var bob = aPerson();
		var group = aGroup(alice, bob);
		send(alice, group, "First");
		var reported = send(alice, group, "Reported").id();
		send(alice, group, "Last");
		assertThat(this.api.post(bob, "/messages/" + reported + "/reports", Map.of("reason", "abuse")).status())
			.isEqualTo(201);
		removeAll(group);
		assertThat(history(bob, group)).containsExactly("Reported");
		assertThat(this.api.get(bob, "/conversations/" + group).data().at("/lastMessage/id").asString())
			.isEqualTo(reported);
		moderation().decide(Ids.next(), reported, "dismiss", Instant.now().plusSeconds(1));
		Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			removeAll(group);
			assertThat(history(bob, group)).isEmpty();
		});
		assertThat(this.mongo.count(new Query(Criteria.where("messageId").is(reported)), "reports")).isZero();
	}

	@Test
	void manyMessagesAreRemovedInRounds() {
		var alice = aPerson();
		var group = aGroup(alice);
		for (int i = 0; i < 5; i++) {
			for (int j = 0; j < 25; j++) {
				send(alice, group, "Message");
			}
			this.clock.move(Duration.ofMinutes(2));
		}
		var cutoff = this.clock.instant().plusSeconds(1);
		var first = this.removeMessages.next(group, 0, cutoff);
		assertThat(first).isEqualTo(new RemoveMessages.Round(100, 100, true));
		assertThat(this.removeMessages.next(group, 0, cutoff)).isEqualTo(new RemoveMessages.Round(25, 125, false));
		assertThat(this.removeMessages.next(group, 0, cutoff)).isEqualTo(new RemoveMessages.Round(0, 0, false));
	}

	@Test
	void queriesUseIndexes() {
		var alice = aPerson();
		var group = aGroup(alice, aPerson());
		send(alice, group, "Message");
		var sent = this.commands.during(() -> {
			job(null, Duration.ofDays(1), null).run();
			removeAll(group);
		})
			.stream()
			.filter((command) -> List.of("find", "delete", "update").contains(command.getFirstKey()))
			.filter((command) -> List.of("conversations", "messages", "reactions", "reports", "message_revisions")
				.contains(command.getString(command.getFirstKey()).getValue()))
			.toList();
		assertThat(sent).hasSizeGreaterThan(5)
			.allSatisfy((command) -> assertThat(QueryExplanation.of(this.mongo, command).stages()).as(command.toJson())
				.doesNotContain("COLLSCAN", "SORT"));
	}

	private RemoveOldMessages job(@Nullable Duration direct, @Nullable Duration group, @Nullable Duration room) {
		return new RemoveOldMessages(this.conversations, this.removeMessages,
				new MessageRetentionSettings(direct, group, room), this.clock);
	}

	private void removeAll(String conversation) {
		this.removeMessages.next(conversation, 0, this.clock.instant().plusSeconds(1));
	}

	private List<String> history(TestUser reader, String conversation) {
		return this.api.get(reader, "/conversations/" + conversation + "/messages?limit=100")
			.body()
			.path("data")
			.valueStream()
			.map((message) -> message.path("text").asString())
			.toList();
	}

}
