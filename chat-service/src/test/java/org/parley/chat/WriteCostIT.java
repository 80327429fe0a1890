package org.parley.chat;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.parley.platform.test.client.TestUser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Counts the commands to MongoDB of sending a message. The counts do not depend on the
 * machine. A count that grows needs a reason; one that shrinks is written down here.
 */
class WriteCostIT extends ChatIT {

	private static final Map<String, Integer> STORED = Map.of("find messages", 1, "findAndModify conversations", 1,
			"bulkWrite", 1, "commitTransaction", 1);

	private static final Set<String> OURS = Set.of("find messages", "findAndModify conversations", "bulkWrite",
			"commitTransaction", "find relations", "find preferences", "find memberships", "find conversations",
			"find people", "find media", "find categories", "insert people", "update people", "abortTransaction");

	@Test
	void messageToGroupTakesFiveCommands() {
		var alice = aPerson();
		var group = aGroup(alice, aPerson());
		awaitKnown(alice, group);
		assertThat(commands(alice, group, Map.of("text", "Two"))).isEqualTo(with("find memberships", 1));
	}

	@Test
	void messageToPersonReadsBlocksAndPreferencesAsWell() {
		var alice = aPerson();
		var direct = aDirectConversation(alice, aPerson());
		awaitKnown(alice, direct);
		assertThat(commands(alice, direct, Map.of("text", "Two")))
			.isEqualTo(with("find relations", 1, "find preferences", 1));
	}

	@Test
	void messageWithClientIdIsLookedUpOnce() {
		var alice = aPerson();
		var group = aGroup(alice, aPerson());
		awaitKnown(alice, group);
		assertThat(commands(alice, group, Map.of("text", "Two", "clientId", "two")))
			.isEqualTo(with("find memberships", 1, "find messages", 2));
	}

	/** Redis knows the sender and the membership after the first message. */
	private void awaitKnown(TestUser author, String conversation) {
		send(author, conversation, "One");
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> !commands(author, conversation, Map.of("text", "Again")).containsKey("find conversations"));
	}

	private Map<String, Integer> commands(TestUser author, String conversation, Map<String, String> message) {
		return this.commands
			.during(() -> assertThat(
					this.api.post(author, "/conversations/" + conversation + "/messages", message).status())
				.isEqualTo(201))
			.stream()
			.map(WriteCostIT::name)
			.filter(OURS::contains)
			.collect(Collectors.toMap((name) -> name, (_) -> 1, Integer::sum, TreeMap::new));
	}

	private static Map<String, Integer> with(Object... more) {
		var all = new TreeMap<>(STORED);
		for (int i = 0; i < more.length; i += 2) {
			all.put((String) more[i], (Integer) more[i + 1]);
		}
		return all;
	}

	private static String name(BsonDocument command) {
		var target = Objects.requireNonNull(command.get(command.getFirstKey()));
		return command.getFirstKey() + (target.isString() ? " " + target.asString().getValue() : "");
	}

}
