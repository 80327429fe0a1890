package org.parley.@name@;

import java.util.Set;

import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.database.QueryExplanation;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every query uses an index: the test calls the API, and explains all recorded queries.
 */
class QueriesIT extends @Name@IT {

	private static final Set<String> EXPLAINED = Set.of("find", "findAndModify", "update", "delete", "aggregate");

	@Test
	void queriesUseIndexes() {
		var sent = this.commands.during(this::callApi).stream().filter(QueriesIT::isOurs).toList();
		assertThat(sent).extracting((command) -> command.getFirstKey() + " " + target(command))
			.containsOnly("find notes", "delete notes");
		for (var command : sent) {
			assertThat(QueryExplanation.of(this.mongo, command).stages()).as(command.toJson())
				.doesNotContain("COLLSCAN", "SORT");
		}
	}

	private void callApi() {
		var alice = TestUser.with();
		aNote(alice, "First");
		var id = aNote(alice, "Second");
		var next = this.api.get(alice, "?limit=1").body().at("/meta/pagination/next").asString();
		var prev = this.api.get(alice, "?cursor=" + next).body().at("/meta/pagination/prev").asString();
		this.api.get(alice, "?cursor=" + prev);
		this.api.delete(alice, "/" + id);
	}

	private static boolean isOurs(BsonDocument command) {
		return EXPLAINED.contains(command.getFirstKey()) && target(command).equals("notes");
	}

	private static String target(BsonDocument command) {
		var target = command.get(command.getFirstKey());
		return (target != null && target.isString()) ? target.asString().getValue() : "";
	}

}
