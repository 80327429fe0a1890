package org.parley.chat.message.verdict;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.chat.ChatIT;
import org.parley.chat.message.Message;
import org.parley.chat.message.MessageRuling;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.event.PublishedEvents;
import tools.jackson.databind.JsonNode;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

class MessageVerdictIT extends ChatIT {

	private static final String THUMB = "%F0%9F%91%8D";

	private static final Instant DECIDED = Instant.parse("2026-11-20T10:00:00Z");

	@Autowired
	private RuleMessage ruleMessage;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private AmqpAdmin broker;

	@Test
	void removedMessageIsPlaceholderUntilReversal() {
		var alice = aPerson();
		var bob = aPerson();
		var conversation = aDirectConversation(alice, bob);
		var id = send(alice, conversation, "Buy *my* tomatoes").id();
		this.api.put(bob, "/messages/" + id + "/reactions/" + THUMB, null);
		var caseId = Ids.next();
		moderation().decide(caseId, id, "remove", DECIDED);
		eventually().untilAsserted(() -> assertThat(status(bob, id)).isEqualTo("removed"));
		assertThat(unread(bob, conversation)).isZero();
		var placeholder = this.api.get(alice, "/messages/" + id).data();
		assertThat(placeholder.path("text").isNull()).isTrue();
		assertThat(placeholder.path("html").isNull()).isTrue();
		assertThat(placeholder.path("reactions").isEmpty()).isTrue();
		assertThat(this.api.get(bob, "/conversations/" + conversation + "/messages").body().toString())
			.doesNotContain("tomatoes");
		assertThat(this.api.get(bob, "/search?q=tomatoes").body().path("data").isEmpty()).isTrue();
		refused(this.api.patch(alice, "/messages/" + id, Map.of("text", "Mine")), 409, "message.deleted");
		refused(this.api.put(bob, "/messages/" + id + "/reactions/" + THUMB, null), 409, "message.deleted");
		moderation().reverse(caseId, id, "remove", DECIDED.plusSeconds(60));
		eventually().untilAsserted(() -> assertThat(status(bob, id)).isEqualTo("active"));
		var restored = this.api.get(bob, "/messages/" + id).data();
		assertThat(restored.path("text").asString()).isEqualTo("Buy *my* tomatoes");
		assertThat(restored.path("html").asString()).contains("<em>my</em>");
		assertThat(restored.path("reactions").size()).isEqualTo(1);
		assertThat(restored.path("version").asLong()).isEqualTo(2);
		assertThat(unread(bob, conversation)).isEqualTo(1);
		assertThat(this.api.get(bob, "/search?q=tomatoes").body().path("data").size()).isEqualTo(1);
	}

	@Test
	void reactionTakenBackWhileMessageIsRemovedIsNotCountedAfterReversal() {
		var alice = aPerson();
		var bob = aPerson();
		var id = send(alice, aDirectConversation(alice, bob), "Buy my tomatoes").id();
		var reaction = "/messages/" + id + "/reactions/" + THUMB;
		this.api.put(bob, reaction, null);
		var caseId = Ids.next();
		moderation().decide(caseId, id, "remove", DECIDED);
		eventually().untilAsserted(() -> assertThat(status(bob, id)).isEqualTo("removed"));
		this.api.delete(bob, reaction);
		moderation().reverse(caseId, id, "remove", DECIDED.plusSeconds(60));
		eventually().untilAsserted(() -> assertThat(status(bob, id)).isEqualTo("active"));
		assertThat(shown(bob, id).path("reactions").isEmpty()).isTrue();
	}

	@Test
	void otherDecisionLeavesMessageShown() {
		var alice = aPerson();
		var conversation = aDirectConversation(alice, aPerson());
		var id = send(alice, conversation, "Acceptable").id();
		var later = send(alice, conversation, "Removed").id();
		moderation().decide(Ids.next(), id, "warn", DECIDED);
		moderation().decide(Ids.next(), later, "remove", DECIDED);
		eventually().untilAsserted(() -> assertThat(status(alice, later)).isEqualTo("removed"));
		assertThat(status(alice, id)).isEqualTo("active");
	}

	@Test
	void reversalThatArrivesFirstKeepsMessageShown() {
		var alice = aPerson();
		var conversation = aDirectConversation(alice, aPerson());
		var id = send(alice, conversation, "Acceptable after all").id();
		var last = send(alice, conversation, "Removed").id();
		var caseId = Ids.next();
		moderation().reverse(caseId, id, "remove", DECIDED.plusSeconds(60));
		moderation().decide(caseId, id, "remove", DECIDED);
		moderation().decide(Ids.next(), last, "remove", DECIDED);
		eventually().untilAsserted(() -> assertThat(status(alice, last)).isEqualTo("removed"));
		assertThat(status(alice, id)).isEqualTo("active");
	}

	@Test
	void messageThatItsAuthorDeletedStaysDeleted() {
		var alice = aPerson();
		var bob = aPerson();
		var conversation = aDirectConversation(alice, bob);
		var id = send(alice, conversation, "Better not").id();
		var caseId = Ids.next();
		moderation().decide(caseId, id, "remove", DECIDED);
		eventually().untilAsserted(() -> assertThat(status(bob, id)).isEqualTo("removed"));
		assertThat(this.api.delete(alice, "/messages/" + id).status()).isEqualTo(204);
		var other = send(alice, conversation, "Restored").id();
		var otherCase = Ids.next();
		moderation().decide(otherCase, other, "hide", DECIDED);
		eventually().untilAsserted(() -> assertThat(status(bob, other)).isEqualTo("removed"));
		moderation().reverse(caseId, id, "remove", DECIDED.plusSeconds(60));
		moderation().reverse(otherCase, other, "hide", DECIDED.plusSeconds(60));
		eventually().untilAsserted(() -> assertThat(version(bob, other)).isEqualTo(2));
		assertThat(status(bob, id)).isEqualTo("deleted");
		assertThat(this.api.get(bob, "/messages/" + id).data().path("text").isNull()).isTrue();
	}

	@Test
	void decisionAndReversalHandledTogetherRestoreMessage() {
		var alice = aPerson();
		var bob = aPerson();
		var id = send(alice, aDirectConversation(alice, bob), "Hidden for a moment").id();
		var caseId = Ids.next();
		new TransactionTemplate(this.transactions).executeWithoutResult((_) -> {
			this.ruleMessage.remove(id, MessageRuling.of(caseId, DECIDED, 0));
			this.ruleMessage.restore(id, MessageRuling.of(caseId, DECIDED.plusSeconds(1), 0));
		});
		assertThat(status(bob, id)).isEqualTo("active");
		assertThat(shown(bob, id).path("text").asString()).isEqualTo("Hidden for a moment");
	}

	@Test
	void editReplacesTextUntilReversal() {
		var alice = aPerson();
		var bob = aPerson();
		var id = send(alice, aDirectConversation(alice, bob), "Buy *my* tomatoes").id();
		var caseId = Ids.next();
		moderation().edit(caseId, id, "Grow *your* tomatoes", DECIDED);
		eventually().untilAsserted(() -> assertThat(version(bob, id)).isEqualTo(1));
		assertThat(shown(bob, id).path("html").asString()).contains("<em>your</em>");
		assertThat(this.api.get(bob, "/search?q=grow").body().path("data").size()).isEqualTo(1);
		moderation().revertEdit(caseId, id, "Buy *my* tomatoes", DECIDED.plusSeconds(60));
		eventually().untilAsserted(() -> assertThat(version(bob, id)).isEqualTo(2));
		assertThat(shown(bob, id).path("text").asString()).isEqualTo("Buy *my* tomatoes");
	}

	@Test
	void messageThatCheckRemovedIsShownAfterDecision() {
		var alice = aPerson();
		var id = send(alice, aRoom(TestUser.with("admin"), alice), "A harsh word").id();
		moderation().judge(id, "held", 0);
		eventually().untilAsserted(() -> assertThat(status(alice, id)).isEqualTo("removed"));
		moderation().judge(id, "held", 0);
		moderation().decide(Ids.next(), id, "dismiss", DECIDED);
		eventually().untilAsserted(() -> assertThat(status(alice, id)).isEqualTo("active"));
		assertThat(shown(alice, id).path("text").asString()).isEqualTo("A harsh word");
		assertThat(version(alice, id)).isEqualTo(2);
		moderation().judge(id, "held", 0);
		settle(alice);
		assertThat(status(alice, id)).isEqualTo("active");
	}

	@Test
	void lateVerdictDoesNotOutrankDecision() {
		var alice = aPerson();
		var id = send(alice, aRoom(TestUser.with("admin"), alice), "A harsh word").id();
		moderation().decide(Ids.next(), id, "dismiss", DECIDED);
		moderation().judge(id, "held", 0);
		settle(alice);
		assertThat(status(alice, id)).isEqualTo("active");
	}

	@Test
	void dismissalOfEarlierTextKeepsLaterOneRemoved() {
		var alice = aPerson();
		var id = send(alice, aRoom(TestUser.with("admin"), alice), "A mild word").id();
		this.api.patch(alice, "/messages/" + id, Map.of("text", "A harsh word"));
		moderation().judge(id, "held", 1);
		eventually().untilAsserted(() -> assertThat(status(alice, id)).isEqualTo("removed"));
		moderation().decide(Ids.next(), id, "dismiss", DECIDED);
		settle(alice);
		assertThat(status(alice, id)).isEqualTo("removed");
	}

	@Test
	void otherVerdictLeavesMessageShown() {
		var alice = aPerson();
		var id = send(alice, aRoom(TestUser.with("admin"), alice), "A word").id();
		moderation().judge(id, "flagged", 0);
		settle(alice);
		assertThat(status(alice, id)).isEqualTo("active");
	}

	@Test
	void removalOfHeldMessageIsReversed() {
		var alice = aPerson();
		var id = send(alice, aRoom(TestUser.with("admin"), alice), "A harsh word").id();
		moderation().judge(id, "held", 0);
		eventually().untilAsserted(() -> assertThat(status(alice, id)).isEqualTo("removed"));
		var caseId = Ids.next();
		moderation().decide(caseId, id, "remove", DECIDED);
		eventually().until(() -> stored(id).isRemovedBy(caseId));
		moderation().decide(Ids.next(), id, "dismiss", DECIDED.plusSeconds(1));
		eventually().until(() -> !stored(id).isRuledBefore(DECIDED.plusSeconds(1)));
		assertThat(status(alice, id)).isEqualTo("removed");
		moderation().reverse(caseId, id, "remove", DECIDED.plusSeconds(60));
		eventually().untilAsserted(() -> assertThat(status(alice, id)).isEqualTo("active"));
	}

	@Test
	void editShowsMessageThatCheckRemoved() {
		var alice = aPerson();
		var id = send(alice, aRoom(TestUser.with("admin"), alice), "A harsh word").id();
		moderation().judge(id, "held", 0);
		eventually().untilAsserted(() -> assertThat(status(alice, id)).isEqualTo("removed"));
		var caseId = Ids.next();
		moderation().edit(caseId, id, "A mild word", DECIDED);
		eventually().untilAsserted(() -> assertThat(status(alice, id)).isEqualTo("active"));
		assertThat(shown(alice, id).path("text").asString()).isEqualTo("A mild word");
		moderation().revertEdit(caseId, id, "A harsh word", DECIDED.plusSeconds(60));
		eventually()
			.untilAsserted(() -> assertThat(shown(alice, id).path("text").asString()).isEqualTo("A harsh word"));
	}

	@Test
	void messageIsReportedAgainAfterItsEditAndAfterTheDecision() {
		var alice = aPerson();
		var bob = aPerson();
		var id = send(alice, aDirectConversation(alice, bob), "Hello").id();
		assertThat(report(bob, id)).isEqualTo(201);
		assertThat(report(bob, id)).isEqualTo(409);
		this.api.patch(alice, "/messages/" + id, Map.of("text", "I will find you"));
		assertThat(report(bob, id)).isEqualTo(201);
		assertThat(report(bob, id)).isEqualTo(409);
		moderation().decide(Ids.next(), id, "dismiss", Instant.now().plusSeconds(1));
		eventually().untilAsserted(() -> assertThat(report(bob, id)).isEqualTo(201));
		assertThat(report(bob, id)).isEqualTo(409);
	}

	@ParameterizedTest
	@CsvSource({ "remove, upheld", "warn, upheld", "dismiss, dismissed" })
	void decisionTellsReportersItsOutcomeOnce(String decision, String outcome) {
		var alice = aPerson();
		var bob = aPerson();
		var conversation = aDirectConversation(alice, bob);
		var id = send(alice, conversation, "I will find you").id();
		assertThat(report(bob, id)).isEqualTo(201);
		var events = new PublishedEvents(this.broker, this.rabbit, "chat.events", "message-report.closed");
		var decided = Instant.now().plusSeconds(1).truncatedTo(ChronoUnit.MILLIS);
		moderation().decide(Ids.next(), id, decision, decided);
		moderation().decide(Ids.next(), id, decision, decided.plusSeconds(1));
		eventually().until(() -> !stored(id).isRuledBefore(decided.plusSeconds(1)));
		eventually().untilAsserted(() -> assertThat(events.of(conversation)).hasSize(1));
		var closed = events.of(conversation).getFirst().path("data");
		assertThat(closed.at("/report/status").asString()).isEqualTo(outcome);
		assertThat(closed.at("/message/id").asString()).isEqualTo(id);
		assertThat(closed.at("/reporter/id").asString()).isEqualTo(bob.id());
	}

	@Test
	void moderatorsDoNotSeeTheConversation() {
		var alice = aPerson();
		var bob = aPerson();
		var id = send(alice, aDirectConversation(alice, bob), "Between us").id();
		assertThat(report(bob, id)).isEqualTo(201);
		for (var moderator : List.of(TestUser.with("moderator"), TestUser.with("moderator", "admin"))) {
			refused(this.api.get(moderator, "/messages/" + id), 404, "message.not-found");
		}
	}

	private int report(TestUser reporter, String id) {
		return this.api.post(reporter, "/messages/" + id + "/reports", Map.of("reason", "abuse")).status();
	}

	/** A room with a member. */
	private String aRoom(TestUser admin, TestUser member) {
		this.api.post(admin, "/conversations", Map.of("kind", "group"));
		var room = aRoom(admin);
		this.api.post(member, "/conversations/" + room + "/join", null);
		return room;
	}

	/** Waits until all earlier events are applied. */
	private void settle(TestUser member) {
		var last = send(member, aGroup(member), "Removed").id();
		moderation().decide(Ids.next(), last, "remove", DECIDED);
		eventually().untilAsserted(() -> assertThat(status(member, last)).isEqualTo("removed"));
	}

	private Message stored(String id) {
		return Objects.requireNonNull(this.mongo.findById(id, Message.class));
	}

	private String status(TestUser reader, String message) {
		return shown(reader, message).path("status").asString();
	}

	private long version(TestUser reader, String message) {
		return shown(reader, message).path("version").asLong();
	}

	private JsonNode shown(TestUser reader, String message) {
		return this.api.get(reader, "/messages/" + message).data();
	}

	private static ConditionFactory eventually() {
		return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20));
	}

}
