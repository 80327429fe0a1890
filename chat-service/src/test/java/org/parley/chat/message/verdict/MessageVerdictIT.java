package org.parley.chat.message.verdict;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.chat.ChatIT;
import org.parley.chat.message.Message;
import org.parley.chat.message.MessageRuling;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.catalogue.Topology;
import org.parley.platform.test.EventContract;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

class MessageVerdictIT extends ChatIT {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String THUMB = "%F0%9F%91%8D";

	private static final Instant DECIDED = Instant.parse("2026-11-20T10:00:00Z");

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private RuleMessage ruleMessage;

	@Autowired
	private PlatformTransactionManager transactions;

	@ParameterizedTest
	@ValueSource(strings = { "hide", "remove", "ban" })
	void removedMessageIsPlaceholderUntilReversal(String decision) {
		var alice = aPerson();
		var bob = aPerson();
		var conversation = aDirectConversation(alice, bob);
		var id = send(alice, conversation, "Buy *my* tomatoes").id();
		this.api.put(bob, "/messages/" + id + "/reactions/" + THUMB, null);
		var caseId = Ids.next();
		decide(caseId, id, decision, DECIDED);
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
		reverse(caseId, id, decision, DECIDED.plusSeconds(60));
		eventually().untilAsserted(() -> assertThat(status(bob, id)).isEqualTo("active"));
		var restored = this.api.get(bob, "/messages/" + id).data();
		assertThat(restored.path("text").asString()).isEqualTo("Buy *my* tomatoes");
		assertThat(restored.path("html").asString()).contains("<em>my</em>");
		assertThat(restored.path("reactions").size()).isEqualTo(1);
		assertThat(restored.path("version").asLong()).isEqualTo(2);
		assertThat(unread(bob, conversation)).isEqualTo(1);
		assertThat(this.api.get(bob, "/search?q=tomatoes").body().path("data").size()).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "dismiss", "warn" })
	void otherDecisionLeavesMessageShown(String decision) {
		var alice = aPerson();
		var conversation = aDirectConversation(alice, aPerson());
		var id = send(alice, conversation, "Acceptable").id();
		var later = send(alice, conversation, "Removed").id();
		decide(Ids.next(), id, decision, DECIDED);
		decide(Ids.next(), later, "remove", DECIDED);
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
		reverse(caseId, id, "remove", DECIDED.plusSeconds(60));
		decide(caseId, id, "remove", DECIDED);
		decide(Ids.next(), last, "remove", DECIDED);
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
		decide(caseId, id, "remove", DECIDED);
		eventually().untilAsserted(() -> assertThat(status(bob, id)).isEqualTo("removed"));
		assertThat(this.api.delete(alice, "/messages/" + id).status()).isEqualTo(204);
		var other = send(alice, conversation, "Restored").id();
		var otherCase = Ids.next();
		decide(otherCase, other, "hide", DECIDED);
		eventually().untilAsserted(() -> assertThat(status(bob, other)).isEqualTo("removed"));
		reverse(caseId, id, "remove", DECIDED.plusSeconds(60));
		reverse(otherCase, other, "hide", DECIDED.plusSeconds(60));
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
		edit("message-case.decided", caseId, id, "Grow *your* tomatoes", "decidedAt", DECIDED);
		eventually().untilAsserted(() -> assertThat(version(bob, id)).isEqualTo(1));
		assertThat(shown(bob, id).path("html").asString()).contains("<em>your</em>");
		assertThat(this.api.get(bob, "/search?q=grow").body().path("data").size()).isEqualTo(1);
		edit("message-case.reversed", caseId, id, "Buy *my* tomatoes", "reversedAt", DECIDED.plusSeconds(60));
		eventually().untilAsserted(() -> assertThat(version(bob, id)).isEqualTo(2));
		assertThat(shown(bob, id).path("text").asString()).isEqualTo("Buy *my* tomatoes");
	}

	@Test
	void editNeitherReplacesLaterTextNorRestoresOverIt() {
		var alice = aPerson();
		var bob = aPerson();
		var conversation = aDirectConversation(alice, bob);
		var edited = send(alice, conversation, "First").id();
		this.api.patch(alice, "/messages/" + edited, Map.of("text", "Second"));
		edit("message-case.decided", Ids.next(), edited, "Of a moderator", "decidedAt", DECIDED);
		var corrected = send(alice, conversation, "First").id();
		var caseId = Ids.next();
		edit("message-case.decided", caseId, corrected, "Of a moderator", "decidedAt", DECIDED);
		eventually().untilAsserted(() -> assertThat(version(bob, corrected)).isEqualTo(1));
		assertThat(shown(bob, edited).path("text").asString()).isEqualTo("Second");
		this.api.patch(alice, "/messages/" + corrected, Map.of("text", "Third"));
		edit("message-case.reversed", caseId, corrected, "First", "reversedAt", DECIDED.plusSeconds(60));
		var last = send(alice, conversation, "Removed").id();
		decide(Ids.next(), last, "remove", DECIDED);
		eventually().untilAsserted(() -> assertThat(status(bob, last)).isEqualTo("removed"));
		assertThat(shown(bob, corrected).path("text").asString()).isEqualTo("Third");
	}

	@ParameterizedTest
	@CsvSource({ "held,dismiss", "removed,dismiss", "held,warn" })
	void messageThatCheckRemovedIsShownAfterDecision(String verdict, String decision) {
		var alice = aPerson();
		var id = send(alice, aRoom(TestUser.with("admin"), alice), "A harsh word").id();
		judge(id, verdict, 0);
		eventually().untilAsserted(() -> assertThat(status(alice, id)).isEqualTo("removed"));
		judge(id, verdict, 0);
		decide(Ids.next(), id, decision, DECIDED);
		eventually().untilAsserted(() -> assertThat(status(alice, id)).isEqualTo("active"));
		assertThat(shown(alice, id).path("text").asString()).isEqualTo("A harsh word");
		assertThat(version(alice, id)).isEqualTo(2);
		judge(id, verdict, 0);
		settle(alice);
		assertThat(status(alice, id)).isEqualTo("active");
	}

	@Test
	void verdictAboutEditedMessageIsIgnored() {
		var alice = aPerson();
		var id = send(alice, aRoom(TestUser.with("admin"), alice), "A harsh word").id();
		this.api.patch(alice, "/messages/" + id, Map.of("text", "A mild word"));
		judge(id, "removed", 0);
		settle(alice);
		assertThat(shown(alice, id).path("text").asString()).isEqualTo("A mild word");
	}

	@ParameterizedTest
	@ValueSource(strings = { "dismiss", "warn" })
	void lateVerdictDoesNotOutrankDecision(String decision) {
		var alice = aPerson();
		var id = send(alice, aRoom(TestUser.with("admin"), alice), "A harsh word").id();
		decide(Ids.next(), id, decision, DECIDED);
		judge(id, "held", 0);
		settle(alice);
		assertThat(status(alice, id)).isEqualTo("active");
	}

	@Test
	void dismissalOfEarlierTextKeepsLaterOneRemoved() {
		var alice = aPerson();
		var id = send(alice, aRoom(TestUser.with("admin"), alice), "A mild word").id();
		this.api.patch(alice, "/messages/" + id, Map.of("text", "A harsh word"));
		judge(id, "held", 1);
		eventually().untilAsserted(() -> assertThat(status(alice, id)).isEqualTo("removed"));
		decide(Ids.next(), id, "dismiss", DECIDED);
		settle(alice);
		assertThat(status(alice, id)).isEqualTo("removed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "flagged", "clean" })
	void otherVerdictLeavesMessageShown(String verdict) {
		var alice = aPerson();
		var id = send(alice, aRoom(TestUser.with("admin"), alice), "A word").id();
		judge(id, verdict, 0);
		settle(alice);
		assertThat(status(alice, id)).isEqualTo("active");
	}

	@Test
	void removalOfHeldMessageIsReversed() {
		var alice = aPerson();
		var id = send(alice, aRoom(TestUser.with("admin"), alice), "A harsh word").id();
		judge(id, "held", 0);
		eventually().untilAsserted(() -> assertThat(status(alice, id)).isEqualTo("removed"));
		var caseId = Ids.next();
		decide(caseId, id, "remove", DECIDED);
		eventually().until(() -> stored(id).isRemovedBy(caseId));
		decide(Ids.next(), id, "dismiss", DECIDED.plusSeconds(1));
		eventually().until(() -> !stored(id).isRuledBefore(DECIDED.plusSeconds(1)));
		assertThat(status(alice, id)).isEqualTo("removed");
		reverse(caseId, id, "remove", DECIDED.plusSeconds(60));
		eventually().untilAsserted(() -> assertThat(status(alice, id)).isEqualTo("active"));
	}

	@Test
	void removalIsReversedAfterLaterRemovalWas() {
		var alice = aPerson();
		var id = send(alice, aGroup(alice), "Spam").id();
		var first = Ids.next();
		var second = Ids.next();
		decide(first, id, "remove", DECIDED);
		eventually().until(() -> stored(id).isRemovedBy(first));
		decide(second, id, "remove", DECIDED.plusSeconds(1));
		reverse(second, id, "remove", DECIDED.plusSeconds(2));
		eventually().until(() -> !stored(id).isRuledBefore(DECIDED.plusSeconds(2)));
		assertThat(status(alice, id)).isEqualTo("removed");
		reverse(first, id, "remove", DECIDED.plusSeconds(3));
		eventually().untilAsserted(() -> assertThat(status(alice, id)).isEqualTo("active"));
	}

	@Test
	void editShowsMessageThatCheckRemoved() {
		var alice = aPerson();
		var id = send(alice, aRoom(TestUser.with("admin"), alice), "A harsh word").id();
		judge(id, "held", 0);
		eventually().untilAsserted(() -> assertThat(status(alice, id)).isEqualTo("removed"));
		var caseId = Ids.next();
		edit("message-case.decided", caseId, id, "A mild word", "decidedAt", DECIDED);
		eventually().untilAsserted(() -> assertThat(status(alice, id)).isEqualTo("active"));
		assertThat(shown(alice, id).path("text").asString()).isEqualTo("A mild word");
		edit("message-case.reversed", caseId, id, "A harsh word", "reversedAt", DECIDED.plusSeconds(60));
		eventually()
			.untilAsserted(() -> assertThat(shown(alice, id).path("text").asString()).isEqualTo("A harsh word"));
	}

	@Test
	void moderatorsDoNotSeeTheConversation() {
		var alice = aPerson();
		var bob = aPerson();
		var id = send(alice, aDirectConversation(alice, bob), "Between us").id();
		assertThat(this.api.post(bob, "/messages/" + id + "/reports", Map.of("reason", "abuse")).status())
			.isEqualTo(201);
		for (var moderator : List.of(TestUser.with("moderator"), TestUser.with("moderator", "admin"))) {
			refused(this.api.get(moderator, "/messages/" + id), 404, "message.not-found");
		}
	}

	/** A room with a member. */
	private String aRoom(TestUser admin, TestUser member) {
		this.api.post(admin, "/conversations", Map.of("kind", "group"));
		var room = aRoom(admin);
		this.api.post(member, "/conversations/" + room + "/join", null);
		return room;
	}

	private void judge(String messageId, String verdict, long version) {
		publish("message-moderation.verdict", messageId, messageId,
				(data) -> data.put("verdict", verdict).put("contentVersion", version));
	}

	/** Waits until all earlier events are applied. */
	private void settle(TestUser member) {
		var last = send(member, aGroup(member), "Removed").id();
		decide(Ids.next(), last, "remove", DECIDED);
		eventually().untilAsserted(() -> assertThat(status(member, last)).isEqualTo("removed"));
	}

	private void decide(String caseId, String messageId, String decision, Instant at) {
		publish("message-case.decided", caseId, messageId, decision, "decidedAt", at);
	}

	private void reverse(String caseId, String messageId, String decision, Instant at) {
		publish("message-case.reversed", caseId, messageId, decision, "reversedAt", at);
	}

	private void edit(String type, String caseId, String messageId, String text, String time, Instant at) {
		publish(type, caseId, messageId,
				(data) -> data.put("decision", "edit").put("text", text).put(time, at.toString()));
	}

	private void publish(String type, String caseId, String messageId, String decision, String time, Instant at) {
		publish(type, caseId, messageId, (data) -> data.put("decision", decision).put(time, at.toString()));
	}

	private void publish(String type, String caseId, String messageId, Consumer<ObjectNode> change) {
		var event = (ObjectNode) JSON.readTree(EventContract.example(type));
		event.put("id", Ids.next()).put("subject", caseId);
		var data = event.withObject("/data").put("contentVersion", 0);
		if (data.has("caseId")) {
			data.put("caseId", caseId);
		}
		change.accept(data);
		event.withObject("/data/message").put("id", messageId);
		assertThat(EventContract.violations(event.toString())).isEmpty();
		this.rabbit.send(Topology.lettersOf("chat_verdicts"), Topology.AGAIN,
				MessageBuilder.withBody(event.toString().getBytes(StandardCharsets.UTF_8)).build());
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
