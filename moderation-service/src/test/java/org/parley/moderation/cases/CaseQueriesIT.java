package org.parley.moderation.cases;

import java.util.List;
import java.util.stream.Stream;

import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.parley.moderation.ModerationIT;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.database.QueryExplanation;

import static org.assertj.core.api.Assertions.assertThat;

/** Verifies that the commands of lists and moves use indexes. */
class CaseQueriesIT extends ModerationIT {

	private static final List<String> EXPLAINED = List.of("find", "update", "findAndModify");

	/** The loops of the instance read others meanwhile. */
	private static final List<String> COLLECTIONS = List.of("cases", "incidents", "categories", "thread_places",
			"post_places");

	@Test
	void listsAndMovesUseIndexes() {
		var local = TestUser.with();
		var category = Ids.next();
		openCategory(category, "anyone", local.id());
		var post = this.forum.createFlaggedPost(TestUser.with(), category);
		eventually().untilAsserted(() -> assertThat(this.forum.published("case.opened", post)).hasSize(1));
		var moderator = TestUser.with("moderator");
		var sent = this.commands.during(() -> {
			for (var reader : List.of(local, moderator)) {
				for (var list : List.of("/admin/cases?limit=1", "/admin/cases?limit=1&status=open",
						"/admin/incidents?limit=1")) {
					var page = this.client.get(reader, list);
					assertThat(page.status()).isEqualTo(200);
					var next = page.body().at("/meta/pagination/next").asString("");
					if (!next.isEmpty()) {
						var more = list + "&cursor=" + next;
						assertThat(this.client.get(reader, more).status()).isEqualTo(200);
					}
				}
			}
			this.forum.moveThread("thread.moved", post, category, 3);
			this.forum.move(post, Ids.next(), category, 3, 4);
			eventually()
				.until(() -> this.client.get(local, "/admin/incidents").data().path(0).at("/post/number").asInt() == 3);
		});
		var explained = sent.stream().filter(CaseQueriesIT::hasFilter).flatMap(CaseQueriesIT::splitUpdates).toList();
		assertThat(explained).extracting(CaseQueriesIT::target)
			.contains("find cases", "find incidents", "find categories", "find thread_places", "find post_places",
					"update cases", "update incidents");
		for (var command : explained) {
			assertThat(QueryExplanation.of(this.mongo, command).stages()).as(command.toJson())
				.doesNotContain("COLLSCAN", "SORT");
		}
	}

	/** MongoDB explains only one update at a time. */
	private static Stream<BsonDocument> splitUpdates(BsonDocument command) {
		var updates = command.getArray("updates", new BsonArray());
		return (updates.size() < 2) ? Stream.of(command)
				: updates.stream().map((update) -> command.clone().append("updates", new BsonArray(List.of(update))));
	}

	private static boolean hasFilter(BsonDocument command) {
		return EXPLAINED.contains(command.getFirstKey())
				&& COLLECTIONS.contains(command.getString(command.getFirstKey()).getValue())
				&& (command.containsKey("updates")
						|| !command.getDocument("filter", command.getDocument("query", new BsonDocument())).isEmpty());
	}

	private static String target(BsonDocument command) {
		return command.getFirstKey() + " " + command.getString(command.getFirstKey()).getValue();
	}

}
