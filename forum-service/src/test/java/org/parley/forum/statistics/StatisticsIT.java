package org.parley.forum.statistics;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.bson.BsonDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.forum.ForumIT;
import org.parley.forum.post.ModerationState;
import org.parley.forum.post.Post;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.database.QueryExplanation;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.platform.test.client.TestUser.GUEST;

class StatisticsIT extends ForumIT {

	private static final String STATISTICS = "/admin/stats";

	@Autowired
	private CountForum countForum;

	@Autowired
	private ForumCounts forumCounts;

	@Autowired
	private InstantSource clock;

	@BeforeEach
	void removeCounts() {
		this.mongo.remove(new Query(), ForumCount.class);
	}

	@Test
	void countIncludesNewContent() {
		var category = this.forum.category();
		var before = this.forumCounts.count(this.clock.instant());
		var alice = TestUser.with();
		var bob = TestUser.with();
		var thread = this.forum.thread(alice, category);
		this.forum.reply(alice, thread);
		this.forum.vote(bob, "/threads/" + thread, 1);
		assertThat(this.countForum.run()).startsWith("Counted ");
		var after = this.forumCounts.latest(1).getFirst();
		assertThat(after.users()).isEqualTo(before.users() + 2);
		assertThat(after.activeUsers()).isEqualTo(before.activeUsers() + 1);
		assertThat(after.threads()).isEqualTo(before.threads() + 1);
		assertThat(after.posts()).isEqualTo(before.posts() + 2);
		assertThat(after.votes()).isEqualTo(before.votes() + 1);
	}

	@Test
	void reportsAndVerdictsAreCounted() {
		var before = this.forumCounts.count(this.clock.instant());
		var thread = this.forum.thread(TestUser.with(), this.forum.category());
		var post = this.forum.reply(TestUser.with(), thread);
		this.forum.post(TestUser.with(), "/posts/" + post + "/reports", Map.of("reason", "spam"));
		this.mongo.updateFirst(new Query(Criteria.where("_id").is(post)),
				Update.update("finding", ModerationState.FLAGGED), Post.class);
		var after = this.forumCounts.count(this.clock.instant());
		assertThat(after.reports()).isEqualTo(Objects.requireNonNull(before.reports()) + 1);
		assertThat(after.verdicts()).isEqualTo(Objects.requireNonNull(before.verdicts()) + 1);
	}

	@Test
	void latestCountOfMailsStays() {
		var now = this.clock.instant();
		this.forumCounts.saveMails(7, now);
		this.forumCounts.saveMails(5, now.minusSeconds(1));
		assertThat(this.forumCounts.count(now).mails()).isEqualTo(7);
	}

	@Test
	void findingsAreCountedFromIndexAlone() {
		var sent = this.commands.during(() -> this.forumCounts.count(this.clock.instant()))
			.stream()
			.filter((command) -> command.getFirstKey().equals("aggregate"))
			.filter((command) -> isOfPosts(command) && command.toString().contains("finding"))
			.findFirst()
			.orElseThrow();
		var explained = QueryExplanation.of(this.mongo, sent);
		assertThat(explained.stages()).contains("IXSCAN").doesNotContain("COLLSCAN", "FETCH");
	}

	@Test
	void memberWithOldPostsIsNotActive() {
		this.forum.thread(TestUser.with(), this.forum.category());
		var now = this.clock.instant();
		assertThat(this.forumCounts.count(now).activeUsers()).isPositive();
		assertThat(this.forumCounts.count(now.plus(Duration.ofDays(31))).activeUsers()).isZero();
	}

	@Test
	void activeMembersAreCountedFromIndexAlone() {
		this.forum.thread(TestUser.with(), this.forum.category());
		var sent = this.commands.during(() -> this.forumCounts.count(this.clock.instant()))
			.stream()
			.filter((command) -> command.getFirstKey().equals("aggregate"))
			.filter((command) -> isOfPosts(command) && command.toString().contains("authorId"))
			.findFirst()
			.orElseThrow();
		var explained = QueryExplanation.of(this.mongo, sent);
		assertThat(explained.stages()).contains("IXSCAN").doesNotContain("COLLSCAN", "FETCH");
		assertThat(explained.documentsExamined()).isZero();
	}

	@Test
	void adminReadsLatestCountAndHistory() {
		this.countForum.run();
		this.countForum.run();
		this.countForum.run();
		var answer = this.forum.get(this.forum.admin(), STATISTICS + "?limit=2");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.data().path("history")).hasSize(2);
		for (var measure : List.of("users", "activeUsers", "threads", "posts", "votes", "reports", "verdicts",
				"queueDepth")) {
			assertThat(answer.data().path("latest").path(measure).isNumber()).as(measure).isTrue();
			assertThat(answer.data().path("history").get(0).path(measure).isNumber()).as(measure).isTrue();
		}
	}

	@Test
	void countBeforeFirstRunIsFresh() {
		var answer = this.forum.get(this.forum.admin(), STATISTICS);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.data().path("history")).isEmpty();
		assertThat(answer.data().at("/latest/users").isNumber()).isTrue();
	}

	@Test
	void statisticsAreRefusedForNonAdmins() {
		assertThat(this.forum.get(GUEST, STATISTICS).status()).isEqualTo(401);
		assertThat(this.forum.get(TestUser.with(), STATISTICS).status()).isEqualTo(403);
		assertThat(this.forum.get(this.forum.moderator(), STATISTICS).status()).isEqualTo(403);
	}

	@ParameterizedTest
	@ValueSource(strings = { "?limit=0", "?limit=101", "?limit=x", "?since=yesterday" })
	void invalidLimitIsRefused(String query) {
		assertThat(this.forum.get(this.forum.admin(), STATISTICS + query).status()).isEqualTo(400);
	}

	@Test
	void jobIsListed() {
		var jobs = this.forum.get(this.forum.admin(), "/admin/forum-service/jobs");
		assertThat(jobs.data().at("/0/name").asString()).isEqualTo("generate-statistics");
	}

	private static boolean isOfPosts(BsonDocument command) {
		return command.getString("aggregate").getValue().equals("posts");
	}

}
