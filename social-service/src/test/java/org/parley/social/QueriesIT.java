package org.parley.social;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.awaitility.Awaitility;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.parley.platform.jobs.Job;
import org.parley.platform.test.database.QueryExplanation;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every query uses an index: the test calls the API, and explains all recorded queries.
 * Large authors are few and are read together.
 */
class QueriesIT extends SocialServiceIT {

	private static final Set<String> EXPLAINED = Set.of("find", "findAndModify", "update", "delete", "aggregate");

	private static final Set<String> OURS = Set.of("posts", "comments", "reactions", "reports", "people", "follows",
			"blocks", "person_pairs", "feed", "feed_rounds", "rankings");

	@Autowired
	private List<Job> jobs;

	@Test
	void queriesUseIndexes() {
		var sent = this.commands.during(this::callApi).stream().filter(QueriesIT::isOurs).toList();
		assertThat(sent).extracting((command) -> command.getFirstKey() + " " + target(command))
			.contains("find posts", "update posts", "findAndModify posts", "aggregate posts", "find comments",
					"update comments", "find reactions", "find people", "find follows", "aggregate follows",
					"find blocks", "delete blocks", "findAndModify person_pairs", "find feed", "update feed",
					"delete feed", "findAndModify feed_rounds", "find rankings", "aggregate reports");
		for (var command : sent) {
			assertThat(QueryExplanation.of(this.mongo, first(command)).stages()).as(command.toJson())
				.doesNotContain("COLLSCAN", "SORT");
		}
	}

	private void callApi() {
		var alice = aPerson();
		var bob = aPrivatePerson();
		isFollowedBy(alice, bob, aPerson(), aPerson(), aPerson(), aPerson());
		follow(alice, bob);
		approve(bob, alice);
		var post = aPost(alice, "public");
		this.api.get(bob, "/explore?tag=tea");
		var carol = aPerson();
		follow(carol, alice);
		Awaitility.await().untilAsserted(() -> assertThat(ids(carol, "/feed")).contains(post));
		var comment = aComment(bob, post);
		react(bob, "/posts/" + post, "like");
		react(alice, "/comments/" + comment, "like");
		this.api.post(bob, "/posts/" + post + "/reports", Map.of("reason", "spam"));
		this.api.patch(alice, "/posts/" + post, Map.of("text", "Another"));
		this.api.patch(bob, "/comments/" + comment, Map.of("text", "Another"));
		var written = aPost(bob, "followers");
		Awaitility.await().untilAsserted(() -> assertThat(ids(alice, "/feed")).contains(written));
		for (var path : List.of("/feed?limit=1", "/explore?limit=1", "/explore?sort=top&limit=1",
				"/explore?sort=top&window=all&limit=1", "/leaderboard", person(alice), person(alice) + "/posts?limit=1",
				person(alice) + "/followers?limit=1", person(alice) + "/following",
				"/posts/" + post + "/comments?limit=1", "/posts/" + post + "/reactions?limit=1",
				"/comments/" + comment + "/reactions", "/people/me/requests", "/people/me/blocks", "/preferences")) {
			var page = this.api.get(bob, path);
			assertThat(page.status()).as(page.toString()).isEqualTo(200);
			for (var edge : List.of("next", "prev")) {
				var cursor = page.body().at("/meta/pagination/" + edge);
				if (cursor.isString()) {
					this.api.get(bob, path + "&cursor=" + cursor.asString());
				}
			}
		}
		this.jobs.stream().filter((job) -> job.name().equals("trim-feeds")).forEach(Job::run);
		this.api.delete(bob, "/comments/" + comment);
		this.api.delete(bob, "/posts/" + post + "/reaction");
		this.api.delete(alice, "/posts/" + post);
		unfollow(bob, alice);
		block(bob, alice);
		this.api.delete(bob, person(alice) + "/block");
	}

	/** MongoDB explains one write at a time; those of a batch have the same form. */
	private static BsonDocument first(BsonDocument command) {
		var one = command.clone();
		for (var batch : List.of("updates", "deletes")) {
			if (one.containsKey(batch)) {
				one.put(batch, new BsonArray(one.getArray(batch).subList(0, 1)));
			}
		}
		return one;
	}

	private static boolean isOurs(BsonDocument command) {
		return EXPLAINED.contains(command.getFirstKey()) && OURS.contains(target(command));
	}

	private static String target(BsonDocument command) {
		var target = command.get(command.getFirstKey());
		return (target != null && target.isString()) ? target.asString().getValue() : "";
	}

}
