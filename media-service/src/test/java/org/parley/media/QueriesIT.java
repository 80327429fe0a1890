package org.parley.media;

import java.util.Map;
import java.util.Set;

import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.parley.platform.jobs.Job;
import org.parley.platform.test.database.QueryExplanation;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every query uses an index: the test calls the API, and explains all recorded queries.
 */
class QueriesIT extends MediaIT {

	private static final Set<String> EXPLAINED = Set.of("find", "findAndModify", "update", "delete", "aggregate");

	private static final Set<String> OURS = Set.of("media", "storage_quotas", "media_uses", "private_accounts",
			"awaited_pictures");

	@Autowired
	private Job cleanUpMedia;

	@Test
	void queriesUseIndexes() {
		var sent = this.commands.during(this::callApi).stream().filter(QueriesIT::isOurs).toList();
		assertThat(sent).extracting((command) -> command.getFirstKey() + " " + target(command))
			.contains("find media", "findAndModify media", "update media", "findAndModify storage_quotas",
					"update storage_quotas");
		for (var command : sent) {
			assertThat(QueryExplanation.of(this.mongo, command).stages()).as(command.toJson())
				.doesNotContain("COLLSCAN", "SORT");
		}
	}

	private void callApi() {
		var alice = aPerson();
		var media = aReadyPicture(alice);
		var id = media.path("id").asString();
		upload(alice, "image/png", new byte[10]);
		var first = this.api.get(alice, "?limit=1").body();
		this.api.get(alice, "?limit=1&cursor=" + first.at("/meta/pagination/next").asString());
		this.api.patch(alice, "/" + id, Map.of("alt", "Another"));
		file(media.at("/variants/0/url").asString());
		this.cleanUpMedia.run();
		this.api.delete(alice, "/" + id);
	}

	private static boolean isOurs(BsonDocument command) {
		return EXPLAINED.contains(command.getFirstKey()) && OURS.contains(target(command));
	}

	private static String target(BsonDocument command) {
		var target = command.get(command.getFirstKey());
		return (target != null && target.isString()) ? target.asString().getValue() : "";
	}

}
