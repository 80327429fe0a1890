package org.parley.chat.preference;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.chat.ChatIT;
import org.parley.platform.test.PersonalDataKit;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.relation.RelationsKit;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Blocks and follows of social-service decide who may write to whom. */
class BlockIT extends ChatIT {

	private static final String THUMB = "%F0%9F%91%8D";

	private final RabbitTemplate rabbit;

	private final AmqpAdmin broker;

	private final RelationsKit relations;

	@Autowired
	BlockIT(RabbitTemplate rabbit, AmqpAdmin broker) {
		this.rabbit = rabbit;
		this.broker = broker;
		this.relations = new RelationsKit(rabbit, "chat_members");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void blockEitherWayRefusesMessagesAndOpeningUntilItEnds(boolean blockedByReceiver) {
		var alice = aPerson();
		var bob = aPerson();
		var conversation = aDirectConversation(alice, bob);
		var own = send(alice, conversation, "Before").id();
		var theirs = send(bob, conversation, "Before, too").id();
		var blocker = blockedByReceiver ? bob : alice;
		var blocked = blockedByReceiver ? alice : bob;
		this.relations.block(blocker, blocked, 1);
		eventually().untilAsserted(() -> refused(post(alice, conversation), 403, "chat.blocked"));
		refused(post(bob, conversation), 403, "chat.blocked");
		refused(open(alice, "direct", bob), 403, "chat.blocked");
		refused(open(bob, "direct", alice), 403, "chat.blocked");
		refused(this.api.patch(alice, "/messages/" + own, Map.of("text", "Read this")), 403, "chat.blocked");
		refused(this.api.put(alice, "/messages/" + theirs + "/reactions/" + THUMB, null), 403, "chat.blocked");
		assertThat(this.api.get(alice, "/conversations/" + conversation + "/messages").body().path("data")).hasSize(2);
		assertThat(this.api.get(bob, "/messages/" + own).status()).isEqualTo(200);
		assertThat(this.api.delete(alice, "/messages/" + own).status()).isEqualTo(204);
		this.relations.unblock(blocker, blocked, 2);
		eventually().untilAsserted(() -> assertThat(post(alice, conversation).status()).isEqualTo(201));
		assertThat(open(bob, "direct", alice).status()).isEqualTo(200);
	}

	@Test
	void firstConversationWithBlockedPersonIsRefusedAndStrangersAreUnaffected() {
		var alice = aPerson();
		var bob = aPerson();
		this.relations.block(bob, alice, 1);
		eventually().untilAsserted(() -> refused(open(alice, "direct", bob), 403, "chat.blocked"));
		refused(open(TestUser.GUEST, "direct", bob), 401, "auth.required");
		assertThat(open(aPerson(), "direct", bob).status()).isEqualTo(201);
	}

	@Test
	void lateStartDoesNotOvertakeItsEnd() {
		var alice = aPerson();
		var bob = aPerson();
		var conversation = aDirectConversation(alice, bob);
		var witness = aPerson();
		var others = aDirectConversation(witness, bob);
		this.relations.unblock(bob, alice, 5);
		this.relations.block(bob, alice, 4);
		this.relations.block(bob, witness, 1);
		eventually().untilAsserted(() -> refused(post(witness, others), 403, "chat.blocked"));
		assertThat(post(alice, conversation).status()).isEqualTo(201);
	}

	@Test
	void snapshotRestoresMissedChangesAndLeavesNewerOnes() {
		var alice = aPerson();
		var bob = aPerson();
		var conversation = aDirectConversation(alice, bob);
		this.relations.restoreBlock(bob, alice, true, 2);
		eventually().untilAsserted(() -> refused(post(alice, conversation), 403, "chat.blocked"));
		this.relations.restoreBlock(bob, alice, false, 1);
		this.relations.restoreFollow(bob, alice, true, 3);
		this.api.put(bob, "/preferences", Map.of("writers", "following"));
		this.relations.restoreBlock(bob, alice, false, 3);
		eventually().untilAsserted(() -> assertThat(post(alice, conversation).status()).isEqualTo(201));
		this.relations.restoreBlock(bob, alice, true, 2);
		this.relations.restoreFollow(bob, alice, true, 3);
		this.relations.restoreFollow(bob, alice, false, 4);
		eventually().untilAsserted(() -> refused(post(alice, conversation), 403, "chat.not-accepted"));
	}

	@Test
	void oneOfTwoBlocksThatEndsLeavesTheOther() {
		var alice = aPerson();
		var bob = aPerson();
		var conversation = aDirectConversation(alice, bob);
		this.relations.block(bob, alice, 1);
		this.relations.block(alice, bob, 2);
		this.relations.unblock(bob, alice, 3);
		var witness = aPerson();
		this.relations.block(bob, witness, 1);
		eventually().untilAsserted(() -> refused(open(witness, "direct", bob), 403, "chat.blocked"));
		refused(post(alice, conversation), 403, "chat.blocked");
	}

	@Test
	void groupDeliversMessagesAndRefusesInvitations() {
		var alice = aPerson();
		var bob = aPerson();
		var common = aGroup(aPerson(), alice, bob);
		var own = aGroup(alice);
		this.relations.block(bob, alice, 1);
		var path = "/conversations/" + own + "/members/" + bob.username();
		eventually().untilAsserted(() -> refused(open(alice, "group", bob), 403, "chat.blocked"));
		refused(this.api.put(alice, path, null), 403, "chat.blocked");
		refused(open(bob, "group", alice), 403, "chat.blocked");
		var sent = send(alice, common, "For everyone").id();
		assertThat(this.api.get(bob, "/messages/" + sent).data().path("text").asString()).isEqualTo("For everyone");
		assertThat(this.api.put(bob, "/messages/" + sent + "/reactions/" + THUMB, null).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void readPositionDoesNotCrossBlock(boolean blockedByReader) {
		var alice = aPerson();
		var bob = aPerson();
		var group = aGroup(aPerson(), alice, bob);
		send(alice, group, "Hello");
		read(bob, group, 1);
		assertThat(position(alice, group, bob)).isEqualTo(1);
		this.relations.block(blockedByReader ? bob : alice, blockedByReader ? alice : bob, 1);
		eventually().untilAsserted(() -> assertThat(position(alice, group, bob)).isZero());
		assertThat(position(bob, group, bob)).isEqualTo(1);
	}

	private long position(TestUser reader, String conversation, TestUser member) {
		return this.api.get(reader, "/conversations/" + conversation + "/members")
			.body()
			.path("data")
			.valueStream()
			.filter((one) -> one.at("/person/id").asString().equals(member.id()))
			.findFirst()
			.orElseThrow()
			.path("readSeq")
			.asLong();
	}

	@Test
	void preferenceFollowingAcceptsThoseWhomTheReceiverFollows() {
		var alice = aPerson();
		var bob = aPerson();
		var conversation = aDirectConversation(alice, bob);
		var sent = "/messages/" + send(alice, conversation, "Hello").id();
		this.api.put(bob, "/preferences", Map.of("writers", "following"));
		refused(post(alice, conversation), 403, "chat.not-accepted");
		refused(this.api.patch(alice, sent, Map.of("text", "More")), 403, "chat.not-accepted");
		refused(this.api.put(alice, sent + "/reactions/" + THUMB, null), 403, "chat.not-accepted");
		this.relations.follow(alice, bob, 1);
		this.relations.follow(bob, alice, 2);
		eventually().untilAsserted(() -> assertThat(post(alice, conversation).status()).isEqualTo(201));
		assertThat(this.api.patch(alice, sent, Map.of("text", "Hello again")).status()).isEqualTo(200);
		assertThat(open(alice, "group", bob).status()).isEqualTo(201);
		this.relations.unfollow(bob, alice, 3);
		eventually().untilAsserted(() -> refused(post(alice, conversation), 403, "chat.not-accepted"));
		refused(open(alice, "group", bob), 403, "chat.not-accepted");
		assertThat(post(bob, conversation).status()).isEqualTo(201);
	}

	@Test
	void erasureForgetsRelationsInBothDirections() {
		var gone = aPerson();
		var bob = aPerson();
		this.relations.block(gone, bob, 1);
		this.relations.block(bob, gone, 2);
		this.relations.follow(bob, gone, 3);
		var witness = aPerson();
		this.relations.block(bob, witness, 1);
		eventually().untilAsserted(() -> refused(open(witness, "direct", bob), 403, "chat.blocked"));
		var kit = new PersonalDataKit(this.rabbit, this.broker, "chat.events", "chat_members");
		assertThat(kit.erase(gone.id())).containsEntry("relations", 1L).containsEntry("related-to", 2L);
	}

	private TestResponse post(TestUser author, String conversation) {
		return this.api.post(author, "/conversations/" + conversation + "/messages", Map.of("text", "Hello"));
	}

	private TestResponse open(TestUser person, String kind, TestUser... others) {
		return this.api.post(person, "/conversations",
				Map.of("kind", kind, "members", List.of(others).stream().map(TestUser::username).toList()));
	}

	private static ConditionFactory eventually() {
		return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
	}

}
