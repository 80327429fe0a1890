package org.parley.moderation.replay;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.moderation.FakeForum.Post;
import org.parley.moderation.FakeSocial.SocialItem;
import org.parley.moderation.ModerationClient;
import org.parley.moderation.ModerationIT;
import org.parley.moderation.comparison.ComparedPolicy;
import org.parley.moderation.policy.Policies;
import org.parley.platform.domain.Ids;
import org.parley.platform.mongo.cluster.ClusterLoops;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/** A policy over stored posts. */
class ReplayIT extends ModerationIT {

	private static final String ORANGE = """
			{"rules": [{"name": "orange", "when": {"words": ["orange"]}, "then": "remove"}], "thresholds": {},
			"otherwise": {}, "model": "never"}""";

	@Autowired
	private Replays replays;

	@Autowired
	private Policies policies;

	@Autowired
	private ClusterLoops replayLoops;

	private final TestUser bob = TestUser.with();

	private final TestUser mod = TestUser.with("moderator");

	@BeforeEach
	void removeReplaysAndWhatTheyCheck() {
		this.mongo.remove(new Query(), Replay.class);
		this.mongo.remove(new Query(), "checks");
	}

	@Test
	void changesAreCountedAndSampledWithoutModel() {
		var posts = IntStream.range(0, 3).mapToObj((number) -> reply("An orange " + number)).toList();
		MODEL.resetRequests();
		var replay = start(draft());
		eventually().untilAsserted(() -> assertThat(get(replay).path("status").asString()).isEqualTo("done"));
		var done = get(replay);
		assertThat(done.path("checked").asLong()).isGreaterThanOrEqualTo(3);
		assertThat(done.at("/changes/clean-removed").asLong()).isEqualTo(3);
		assertThat(this.client.get(this.mod, "/admin/replays/" + replay + "/samples?limit=100").data())
			.filteredOn((sample) -> sample.at("/compared/reasons/0").asString().equals("orange"))
			.hasSize(3);
		assertThat(posts).allSatisfy((post) -> assertThat(this.forum.published("moderation.verdict", post)).isEmpty());
		MODEL.verify(0, postRequestedFor(urlEqualTo(MODERATIONS)));
	}

	@Test
	void samplesAreInThePresentCategoriesOfTheirPosts() {
		var closed = Ids.next();
		openCategory(closed, "admin");
		var staying = reply("An orange that stays");
		var movedWithThread = reply("An orange that moves with its thread");
		var movedAlone = reply("An orange that moves alone");
		this.forum.moveThread("thread.moved", movedWithThread, closed, 9);
		this.forum.move(movedAlone, Ids.next(), closed, 7, 9);
		awaitMove("thread_places", movedWithThread.threadId());
		awaitMove("post_places", movedAlone.id());
		var replay = start(draft());
		eventually().untilAsserted(() -> assertThat(get(replay).path("status").asString()).isEqualTo("done"));
		assertThat(samples(this.mod, replay)).containsExactly(staying.id());
		assertThat(samples(TestUser.with("admin"), replay)).containsExactlyInAnyOrder(staying.id(),
				movedWithThread.id(), movedAlone.id());
	}

	@Test
	void samplesQuoteNoTextThatIsGoneOrLimited() {
		var staying = reply("An orange that stays");
		var removed = reply("An orange that is removed");
		var deleted = socialPost("An orange that is deleted");
		var limited = socialPost("An orange for everybody, for a while");
		var comment = this.social.comment(TestUser.with(), limited, "An orange below it");
		awaitVerdict(comment.id());
		var closing = TestUser.with();
		var closed = this.social.post(closing, "An orange of somebody who closes the door");
		awaitVerdict(closed.id());
		var replay = start(draft());
		eventually().untilAsserted(() -> assertThat(get(replay).path("status").asString()).isEqualTo("done"));
		assertThat(samples(this.mod, replay)).containsExactlyInAnyOrder(staying.id(), removed.id(), deleted.id(),
				limited.id(), comment.id(), closed.id());
		this.forum.publish("post.removed", removed);
		this.social.remove(deleted, false);
		this.social.write("social-post.edited", limited.limited());
		this.social.makePrivate(closing);
		eventually().untilAsserted(() -> assertThat(samples(this.mod, replay)).containsExactly(staying.id()));
	}

	private SocialItem socialPost(String text) {
		var post = this.social.post(this.bob, text);
		awaitVerdict(post.id());
		return post;
	}

	/** Creates a post and waits for its verdict. */
	private Post reply(String content) {
		var post = this.forum.reply(this.bob, content);
		awaitVerdict(post.id());
		return post;
	}

	private void awaitVerdict(String id) {
		eventually().until(() -> this.mongo
			.exists(Query.query(Criteria.where("_id").is(id).and("judgement").exists(true)), "checks"));
	}

	private void awaitMove(String collection, String id) {
		eventually()
			.until(() -> this.mongo.exists(Query.query(Criteria.where("_id").is(id).and("version").is(9)), collection));
	}

	private List<String> samples(TestUser reader, String replay) {
		return this.client.get(reader, "/admin/replays/" + replay + "/samples?limit=100")
			.data()
			.valueStream()
			.map((sample) -> sample.at("/post/id").asString())
			.toList();
	}

	@Test
	void secondReplayWaitsForFirst() {
		this.replays.insert(claimed());
		var refused = this.client.post(this.mod, "/admin/policies/" + draft() + "/replays", null);
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.code()).isEqualTo("replay.running");
	}

	@Test
	void cancelledReplayIsNotContinued() {
		var replay = claimed();
		this.replays.insert(replay);
		var cancelled = this.client.post(this.mod, "/admin/replays/" + replay.id() + "/cancel", null).data();
		assertThat(cancelled.path("status").asString()).isEqualTo("cancelled");
		replay.skip("zzz");
		this.replays.update(replay, "none");
		assertThat(this.replays.get(replay.id()).position()).isEmpty();
		assertThat(this.replays.claim()).isEmpty();
	}

	@Test
	void replayOfDeadWorkerContinuesAtItsPosition() {
		var replay = claimed();
		replay.skip("zzz");
		this.replays.insert(replay);
		assertThat(this.replays.claim()).isEmpty();
		this.mongo.updateFirst(new Query(), new Update().set("due", Instant.EPOCH), Replay.class);
		this.replayLoops.signal();
		eventually().untilAsserted(() -> assertThat(get(replay.id()).path("status").asString()).isEqualTo("done"));
		assertThat(get(replay.id()).path("checked").asLong()).isZero();
	}

	@Test
	void postThatCannotBeComparedIsSkipped() {
		var posts = IntStream.range(0, 3)
			.mapToObj((number) -> this.forum.reply(this.bob, "An orange " + number))
			.toList();
		posts.forEach((post) -> eventually().until(() -> this.mongo
			.exists(Query.query(Criteria.where("_id").is(post.id()).and("judgement").exists(true)), "checks")));
		this.mongo.updateFirst(Query.query(Criteria.where("_id").is(posts.get(1).id())),
				new Update().unset("thread.category"), "checks");
		var replay = start(draft());
		eventually().untilAsserted(() -> {
			this.mongo.updateFirst(Query.query(Criteria.where("status").is("RUNNING")),
					new Update().set("due", Instant.EPOCH), Replay.class);
			this.replayLoops.signal();
			assertThat(get(replay).path("status").asString()).isEqualTo("done");
		});
		assertThat(get(replay).at("/changes/clean-removed").asLong()).isEqualTo(2);
	}

	/** A replay that no worker can claim for a year. */
	private Replay claimed() {
		var policy = this.policies.get(draft());
		var replay = Replay.start(ComparedPolicy.of(policy), ModerationClient.reference(this.mod), Instant.EPOCH);
		replay.proceed(Instant.parse("2100-01-01T00:00:00Z"));
		return replay;
	}

	private String draft() {
		return this.client.post(this.mod, "/admin/policies", "{\"name\": \"Replay\", \"terms\": " + ORANGE + "}")
			.data()
			.path("id")
			.asString();
	}

	private String start(String policy) {
		var started = this.client.post(this.mod, "/admin/policies/" + policy + "/replays", null);
		assertThat(started.status()).as(started.toString()).isEqualTo(202);
		return started.data().path("id").asString();
	}

	private JsonNode get(String replay) {
		return this.client.get(this.mod, "/admin/replays/" + replay).data();
	}

}
