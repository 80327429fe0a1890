package org.parley.notification.conversation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonValue;
import org.junit.jupiter.api.Test;
import org.parley.notification.NotificationTest;
import org.parley.notification.ServiceFixture.TestUser;
import org.parley.notification.ServiceFixture;
import org.parley.notification.news.Actor;
import org.parley.platform.domain.Ids;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.test.database.SentCommands;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.notification.ServiceFixture.soon;

/**
 * The commands to MongoDB that messages cost which are handled in one transaction. They
 * do not depend on the machine.
 */
@NotificationTest
class MessageCostIT {

	private static final int MESSAGES = 10;

	@Autowired
	private ServiceFixture fixture;

	@Autowired
	private SentCommands sent;

	@Autowired
	private NotifyMembers notifyMembers;

	@Autowired
	private RecipientMemberships memberships;

	@Autowired
	private UnitOfWork unitOfWork;

	@Autowired
	private InstantSource clock;

	@Test
	void messagesOfATransactionShareAllButTwoCommands() {
		var alice = this.fixture.member();
		var one = List.of(talk(alice));
		var many = IntStream.range(0, MESSAGES).mapToObj((_) -> talk(alice)).toList();
		var ofOne = commands(one, alice);
		var ofMany = commands(many, alice);
		assertThat(ofOne).containsEntry("findAndModify chat_conversations", 1)
			.containsEntry("findAndModify chat_messages", 1);
		assertThat(ofMany).containsEntry("findAndModify chat_conversations", MESSAGES)
			.containsEntry("findAndModify chat_messages", MESSAGES);
		assertThat(shared(ofMany)).isEqualTo(shared(ofOne));
		assertThat(shared(ofOne).values().stream().mapToInt(Integer::intValue).sum()).as(ofOne.toString())
			.isLessThanOrEqualTo(18);
	}

	/** A transaction of all members could not withdraw very many messages in its time. */
	@Test
	void removedConversationIsATransactionPerMemberThatReadsNoReceipts() {
		var people = List.of(this.fixture.member(), this.fixture.member(), this.fixture.member());
		var group = new TestConversation("group", "Growers");
		people.forEach(group::join);
		group.send(people.getFirst(), this.clock.instant());
		group.send(people.getFirst(), this.clock.instant());
		group.publish(this.fixture);
		var readers = people.subList(1, 3);
		soon().until(() -> readers.stream()
			.allMatch((reader) -> this.fixture.notifications(reader)
				.stream()
				.anyMatch((one) -> one.path("count").asInt() == 2)));
		var commands = this.sent.during(() -> {
			group.end();
			group.publish(this.fixture);
			soon().until(() -> this.memberships.findMembers(group.id()).isEmpty());
		});
		assertThat(readers).allMatch((reader) -> this.fixture.notifications(reader).isEmpty());
		assertThat(commands).noneMatch((command) -> describe(command).equals("find notification_receipts")
				&& command.getDocument("filter").containsKey("notificationId"));
		assertThat(commands.stream()
			.filter((command) -> describe(command).equals("delete notification_receipts"))
			.map(MessageCostIT::transaction)).hasSize(2).doesNotHaveDuplicates();
	}

	private Map<String, Integer> commands(List<ConversationPlace> talks, TestUser author) {
		var commands = this.sent.during(() -> this.unitOfWork.run(() -> {
			talks.forEach((talk) -> this.notifyMembers.notifyOf(message(talk, author), talk));
			return true;
		})).stream().filter((command) -> command.containsKey("autocommit")).toList();
		var ours = commands.stream()
			.filter((command) -> describe(command).equals("findAndModify chat_messages"))
			.map(MessageCostIT::transaction)
			.collect(Collectors.toSet());
		return commands.stream()
			.filter((command) -> ours.contains(transaction(command)))
			.collect(Collectors.toMap(MessageCostIT::describe, (_) -> 1, Integer::sum, TreeMap::new));
	}

	private static Map<String, Integer> shared(Map<String, Integer> commands) {
		return commands.entrySet()
			.stream()
			.filter((command) -> !command.getKey().matches("findAndModify chat_(conversations|messages)"))
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	private KnownMessage message(ConversationPlace talk, TestUser author) {
		return new KnownMessage(Ids.next(), talk.id(), 1, new Actor(author.id(), author.username(), author.name()),
				this.clock.instant(), true, 0);
	}

	/** A conversation of a person with somebody who is notified of all news. */
	private ConversationPlace talk(TestUser author) {
		var talk = new TestConversation("direct", null);
		var other = this.fixture.member();
		talk.join(author);
		talk.join(other);
		talk.publish(this.fixture);
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.until(() -> this.memberships.findMembers(talk.id()).size() == 2);
		return new ConversationPlace(talk.id(), "direct", null);
	}

	private static Map.Entry<BsonValue, BsonValue> transaction(BsonDocument command) {
		return Map.entry(command.get("lsid", new BsonDocument()), command.get("txnNumber", new BsonInt64(0)));
	}

	private static String describe(BsonDocument command) {
		var name = command.getFirstKey();
		var target = Objects.requireNonNull(command.get(name));
		return target.isString() ? name + " " + target.asString().getValue() : name;
	}

}
