package org.parley.summary;

import java.util.Set;

import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.database.QueryExplanation;

import static org.assertj.core.api.Assertions.assertThat;

/** Explains all commands of typical requests and events: each must use an index. */
class QueriesIT extends SummaryIT {

	private static final Set<String> EXPLAINED = Set.of("find", "findAndModify", "update", "delete", "aggregate",
			"count", "distinct");

	private static final BsonDocument SOME = BsonDocument.parse("{some: 1}");

	@Test
	void allQueriesUseIndexesForFilterAndSort() {
		var sent = this.commands.during(this::useService).stream().filter(QueriesIT::hasFilter).toList();
		assertThat(sent).extracting(QueriesIT::target)
			.contains("find threads", "find posts", "find jobs", "findAndModify jobs", "update jobs", "find summaries",
					"find categories", "update posts", "update threads", "delete summaries");
		for (var command : sent) {
			assertThat(QueryExplanation.of(this.mongo, command).stages()).as(command.toJson())
				.doesNotContain("COLLSCAN", "SORT");
		}
	}

	@Test
	void queryWithoutIndexIsDetected() {
		var query = BsonDocument.parse("{find: 'posts', filter: {text: 'x'}, sort: {text: 1}}");
		assertThat(QueryExplanation.of(this.mongo, query).stages()).contains("COLLSCAN", "SORT");
	}

	private void useService() {
		var alice = TestUser.with();
		var thread = this.forum.thread(this.forum.category("anyone"), "Which tomatoes ripen in shade?");
		var post = this.forum.reply(thread, 2, "Stupice tomatoes do.");
		awaitEventsHandled();
		this.client.request(alice, thread);
		this.client.request(TestUser.with(), thread);
		eventually().until(() -> this.client.read(alice, thread).data().path("status").asString().equals("ready"));
		this.forum.remove(post, thread, 2);
		awaitEventsHandled();
	}

	/** Queries without a filter are exempt: they read small collections. */
	private static boolean hasFilter(BsonDocument command) {
		return EXPLAINED.contains(command.getFirstKey()) && !filter(command).isEmpty();
	}

	private static BsonDocument filter(BsonDocument command) {
		var pipeline = command.getArray("pipeline", new BsonArray());
		return pipeline.isEmpty() ? command.getDocument("filter", SOME)
				: pipeline.getFirst().asDocument().getDocument("$match", SOME);
	}

	private static String target(BsonDocument command) {
		return command.getFirstKey() + " " + command.getString(command.getFirstKey(), new BsonString("")).getValue();
	}

}
