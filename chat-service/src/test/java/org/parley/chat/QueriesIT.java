package org.parley.chat;

import java.util.Map;
import java.util.Set;

import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.parley.platform.test.database.QueryExplanation;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every query uses an index: the test calls the API, and explains all recorded queries.
 * Categories are few and are read together.
 */
class QueriesIT extends ChatIT {

	private static final Set<String> EXPLAINED = Set.of("find", "findAndModify", "update", "delete", "aggregate");

	private static final Set<String> OURS = Set.of("conversations", "memberships", "messages", "reactions", "reports",
			"people", "preferences", "relations");

	@Test
	void queriesUseIndexes() {
		var sent = this.commands.during(this::callApi).stream().filter(QueriesIT::isOurs).toList();
		assertThat(sent).extracting((command) -> command.getFirstKey() + " " + target(command))
			.contains("find conversations", "findAndModify conversations", "find memberships", "update memberships",
					"find messages", "aggregate messages", "find reactions", "find people", "find preferences",
					"find relations");
		for (var command : sent) {
			assertThat(QueryExplanation.of(this.mongo, command).stages()).as(command.toJson())
				.doesNotContain("COLLSCAN", "SORT");
		}
	}

	private void callApi() {
		var alice = aPerson("moderator", "admin");
		var bob = aPerson();
		var direct = aDirectConversation(alice, bob);
		aGroup(alice, bob);
		aRoom(alice);
		var message = send(alice, direct, "One word or another").id();
		this.api.put(bob, "/messages/" + message + "/reactions/%F0%9F%91%8D", null);
		for (var path : new String[] { "/conversations", "/conversations/" + direct + "/messages?limit=1",
				"/conversations/" + direct + "/messages?around=1", "/rooms?q=Balcony", "/search?q=word%20another",
				"/preferences", "/unread-count", "/conversations/" + direct + "/members?limit=1" }) {
			this.api.get(bob, path);
		}
		read(bob, direct, 1);
		this.api.patch(alice, "/messages/" + message, Map.of("text", "Another"));
		this.api.post(bob, "/messages/" + message + "/reports", Map.of("reason", "spam"));
		this.api.delete(bob, "/messages/" + message + "/reactions/%F0%9F%91%8D");
	}

	private static boolean isOurs(BsonDocument command) {
		return EXPLAINED.contains(command.getFirstKey()) && OURS.contains(target(command));
	}

	private static String target(BsonDocument command) {
		var target = command.get(command.getFirstKey());
		return (target != null && target.isString()) ? target.asString().getValue() : "";
	}

}
