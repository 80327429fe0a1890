package org.parley.moderation.check;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.parley.moderation.FakeForum.Post;
import org.parley.moderation.ModerationApplication;
import org.parley.moderation.ModerationIT;
import org.parley.moderation.TestUser;
import org.parley.moderation.author.AuthorProfile;
import org.parley.moderation.check.PostCheck.Stage;
import org.parley.moderation.incident.Incident;
import org.parley.moderation.policy.Policy;
import org.parley.moderation.policy.Thresholds;
import org.parley.moderation.policy.Verdict;
import org.parley.moderation.rule.Submission;
import org.parley.moderation.subject.ContentRevision;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;
import org.parley.moderation.verdict.Judgement;
import org.parley.platform.web.Ids;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.Environment;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/** Tests of checks, from the forum event to the verdict. */
class PostCheckIT extends ModerationIT {

	@Autowired
	private PostChecks postChecks;

	@Autowired
	private EvaluatePost evaluatePost;

	@Autowired
	private ConcludeCheck concludeCheck;

	@Autowired
	private Environment environment;

	private final TestUser bob = TestUser.with();

	@Test
	void acceptablePostIsClean() {
		var post = this.forum.reply(this.bob, "Try *Stupice*.");
		var verdict = verdicts(post, 1).getFirst();
		assertThat(verdict.verdict()).isEqualTo(Verdict.CLEAN);
		assertThat(verdict.engine()).isEqualTo("a-model");
		eventually().untilAsserted(() -> assertThat(this.forum.published("moderation.verdict", post)).hasSize(1));
		var event = this.forum.published("moderation.verdict", post).getFirst();
		assertThat(event.at("/data/verdict").asString()).isEqualTo("clean");
		assertThat(event.path("correlationid").asString()).isEqualTo("01KAG3DZX1C2V3B4N5M6A7S8D9");
		assertThat(this.forum.published("case.opened", post)).isEmpty();
		assertThat(this.postChecks.find(post.id())).isEmpty();
	}

	@Test
	void listedWordIsFlaggedAndOpensCase() {
		var post = this.forum.reply(this.bob, "Please FlagMePlease!");
		eventually().untilAsserted(() -> assertThat(this.forum.published("case.opened", post)).hasSize(1));
		var event = this.forum.published("moderation.verdict", post).getFirst();
		assertThat(event.at("/data/verdict").asString()).isEqualTo("flagged");
		assertThat(event.at("/data/reasons/0").asString()).isEqualTo("word-list");
		var incident = Objects
			.requireNonNull(this.mongo.findOne(new Query(Criteria.where("post._id").is(post.id())), Incident.class));
		assertThat(incident.caseId())
			.isEqualTo(this.forum.published("case.opened", post).getFirst().at("/data/caseId").asString());
		assertThat(incident.post().author().id()).isEqualTo(this.bob.id());
		assertThat(incident.policyVersion()).isEqualTo(1);
		assertThat(incident.scores()).containsEntry("harassment", 0.001);
	}

	@Test
	void titleIsCheckedWithFirstPost() {
		var post = this.forum.startThread(this.bob, "flagmeplease", "Nothing to see here.");
		assertThat(verdicts(post, 1).getFirst().verdict()).isEqualTo(Verdict.FLAGGED);
		this.forum.renameThread(post, "Which tomatoes?", 1);
		assertThat(verdicts(post, 2).getLast().verdict()).isEqualTo(Verdict.CLEAN);
		this.forum.renameThread(post, "flagmeplease again", 2);
		assertThat(verdicts(post, 3).getLast().verdict()).isEqualTo(Verdict.FLAGGED);
		assertThat(verdicts(post, 3).getLast().revision()).isEqualTo(new ContentRevision(0, 2));
	}

	@Test
	void modelScoreYieldsVerdictOfThresholds() {
		MODEL.stubFor(post(MODERATIONS).willReturn(okJson(scores(0.93))));
		var post = this.forum.reply(this.bob, "You are a potato.");
		var verdict = verdicts(post, 1).getFirst();
		assertThat(verdict.verdict()).isEqualTo(Verdict.HELD);
		assertThat(verdict.reasons()).containsExactly("harassment");
		assertThat(verdict.scores()).containsEntry("harassment", 0.93);
	}

	@Test
	void failedModelIsCalledAgainAfterRulesDecided() {
		MODEL.stubFor(post(MODERATIONS).willReturn(serverError()));
		var post = this.forum.reply(this.bob, "You are a turnip.");
		var first = verdicts(post, 1).getFirst();
		assertThat(first.verdict()).isEqualTo(Verdict.CLEAN);
		assertThat(first.engine()).isEqualTo(Judgement.RULES);
		assertThat(this.postChecks.find(post.id()).orElseThrow().stage()).isEqualTo(Stage.AGAIN);
		MODEL.stubFor(post(MODERATIONS).willReturn(okJson(scores(0.7))));
		var second = verdicts(post, 2).getLast();
		assertThat(second.verdict()).isEqualTo(Verdict.FLAGGED);
		assertThat(second.engine()).isEqualTo("a-model");
		eventually().until(() -> this.postChecks.find(post.id()).isEmpty());
		eventually().untilAsserted(() -> assertThat(this.forum.published("moderation.verdict", post)).hasSize(2));
	}

	@Test
	void repeatedCheckHasSameRuleFindings() {
		var arrival = Instant.now().minus(Duration.ofDays(3));
		var post = at(Stage.FIRST, check("Seeds of old tomatoes: https://example.org/seeds", arrival), arrival);
		this.mongo.save(new AuthorProfile(this.bob.id(), arrival.minus(Duration.ofHours(1)), Set.of("user"), null, 1));
		this.mongo.insert(judgement(post, Ids.next(), arrival.minus(Duration.ofHours(2))));
		this.mongo.insert(strictPolicy());
		try {
			assertThat(this.evaluatePost.evaluate(post).reasons()).containsExactlyInAnyOrder("newcomer/links",
					"repeated");
			this.mongo.insert(judgement(post, post.postId(), arrival.plusSeconds(1)));
			assertThat(this.evaluatePost.evaluate(at(Stage.AGAIN, post, arrival)).reasons())
				.containsExactlyInAnyOrder("newcomer/links", "repeated");
		}
		finally {
			this.mongo.remove(new Query(Criteria.where("_id").is(2L)), Policy.class);
		}
	}

	@Test
	void repeatedCheckIgnoresLaterPosts() {
		var arrival = Instant.now().minus(Duration.ofDays(3));
		var post = at(Stage.AGAIN, check("Seeds of even older tomatoes", arrival), arrival);
		this.mongo.insert(judgement(post, post.postId(), arrival.plusSeconds(1)));
		this.mongo.insert(judgement(post, Ids.next(), arrival.plus(Duration.ofHours(2))));
		this.mongo.insert(strictPolicy());
		try {
			assertThat(this.evaluatePost.evaluate(post).reasons()).isEmpty();
		}
		finally {
			this.mongo.remove(new Query(Criteria.where("_id").is(2L)), Policy.class);
		}
	}

	@Test
	void repeatedOrLateEventIsCheckedOnce() {
		var post = this.forum.reply(this.bob, "First");
		var edited = post.edited("flagmeplease");
		this.forum.publish("post.edited", edited);
		eventually().untilAsserted(() -> assertThat(latest(post).revision()).isEqualTo(new ContentRevision(1, 0)));
		var before = all(post).size();
		this.forum.publish("post.edited", edited);
		this.forum.publish("post.created", post);
		verdicts(this.forum.reply(this.bob, "Last"), 1);
		assertThat(all(post)).hasSize(before);
		assertThat(latest(post).verdict()).isEqualTo(Verdict.FLAGGED);
	}

	@Test
	void verdictAboutEditedPostIsDropped() {
		var old = "An old text " + Ids.next();
		MODEL.stubFor(post(MODERATIONS).withRequestBody(containing(old))
			.willReturn(okJson(scores(0.99)).withFixedDelay(1_500)));
		var post = this.forum.reply(this.bob, old);
		eventually()
			.until(() -> !MODEL.findAll(postRequestedFor(urlEqualTo(MODERATIONS)).withRequestBody(containing(old)))
				.isEmpty() || isClaimed(post));
		this.forum.publish("post.edited", post.edited("A new text"));
		eventually().untilAsserted(() -> assertThat(all(post)).hasSize(1));
		eventually()
			.until(() -> !MODEL.findAll(postRequestedFor(urlEqualTo(MODERATIONS)).withRequestBody(containing(old)))
				.isEmpty());
		assertThat(latest(post).revision()).isEqualTo(new ContentRevision(1, 0));
		assertThat(latest(post).verdict()).isEqualTo(Verdict.CLEAN);
		eventually().during(Duration.ofSeconds(2)).untilAsserted(() -> assertThat(all(post)).hasSize(1));
	}

	@Test
	void expiredClaimIsTakenOver() {
		var dead = check("flagmeplease", Instant.EPOCH);
		this.postChecks.save(dead);
		eventually().untilAsserted(() -> assertThat(
				this.mongo.find(new Query(Criteria.where("postId").is(dead.postId())), Judgement.class))
			.hasSize(1));
		this.concludeCheck.conclude(dead, this.evaluatePost.evaluate(dead));
		assertThat(this.mongo.count(new Query(Criteria.where("postId").is(dead.postId())), Judgement.class)).isOne();
		assertThat(this.mongo.count(new Query(Criteria.where("post._id").is(dead.postId())), Incident.class)).isOne();
	}

	@Test
	void claimedCheckIsNotTakenBeforeExpiry() {
		var taken = check("flagmeplease", Instant.parse("2999-01-01T00:00:00Z"));
		this.postChecks.save(taken);
		verdicts(this.forum.reply(this.bob, "Another"), 1);
		assertThat(this.postChecks.find(taken.postId()).orElseThrow().claim()).isEqualTo("dead");
		this.concludeCheck.conclude(taken, this.evaluatePost.evaluate(taken));
		assertThat(this.postChecks.find(taken.postId())).isEmpty();
	}

	@Test
	void twoWorkersShareChecks() {
		MODEL.stubFor(post(MODERATIONS).willReturn(okJson(scores(0.001)).withFixedDelay(200)));
		try (var other = new SpringApplicationBuilder(ModerationApplication.class).run(arguments())) {
			var posts = IntStream.range(0, 60).mapToObj((n) -> this.forum.reply(this.bob, "Number " + n)).toList();
			posts.forEach((post) -> assertThat(verdicts(post, 1)).hasSize(1));
			var done = other.getBean(io.micrometer.core.instrument.MeterRegistry.class)
				.counter("parley.checks", "verdict", "clean", "engine", "model")
				.count();
			assertThat(done).isGreaterThan(0).isLessThan(60);
			posts.forEach((post) -> assertThat(all(post)).hasSize(1));
		}
	}

	@Test
	void removedPostIsCheckedOnlyAfterRestore() {
		MODEL.stubFor(post(MODERATIONS).willReturn(serverError()));
		var post = this.forum.reply(this.bob, "Something");
		verdicts(post, 1);
		var removed = post.edited(post.content());
		this.forum.publish("post.removed", removed);
		eventually().until(() -> this.postChecks.find(post.id()).isEmpty());
		this.forum.restore(removed.edited(post.content()), this.bob);
		verdicts(post, 2);
	}

	@Test
	void accountEventsUpdateAuthor() {
		var user = TestUser.with();
		this.forum.publishAccount("user.registered", user, 1, Map.of("registeredAt", "2020-01-01T00:00:00Z"));
		this.forum.publishAccount("user.role-changed", user, 2, Map.of("roles", List.of("user", "moderator")));
		this.forum.publishAccount("user.verified", user, 1, Map.of("roles", List.of("user")));
		eventually().untilAsserted(() -> {
			var stored = Objects.requireNonNullElseGet(
					this.mongo.findById(user.id(), org.bson.Document.class, "authors"),
					() -> new org.bson.Document("version", 0L));
			assertThat(stored.getLong("version")).isEqualTo(2);
			assertThat(stored.getList("roles", String.class)).contains("moderator");
			assertThat(stored.getDate("registeredAt").toInstant()).isEqualTo(Instant.parse("2020-01-01T00:00:00Z"));
		});
	}

	@Test
	void lateEventDoesNotRestoreDeletedAuthor() {
		var user = TestUser.with();
		this.forum.publishAccount("user.registered", user, 1, Map.of("registeredAt", "2020-01-01T00:00:00Z"));
		eventually().until(() -> this.mongo.findById(user.id(), org.bson.Document.class, "authors") != null);
		this.forum.deleteAccount(user, 3);
		this.forum.publishAccount("user.role-changed", user, 2, Map.of("roles", List.of("user", "moderator")));
		eventually().untilAsserted(() -> {
			var stored = Objects.requireNonNull(this.mongo.findById(user.id(), org.bson.Document.class, "authors"));
			assertThat(stored.getLong("version")).isEqualTo(3);
			assertThat(stored.getList("roles", String.class)).isEmpty();
			assertThat(stored).doesNotContainKey("registeredAt");
		});
	}

	private String[] arguments() {
		return java.util.stream.Stream
			.of("spring.mongodb.uri", "spring.rabbitmq.addresses", "spring.data.redis.url", "parley.redis.prefix",
					"parley.public-url", "spring.security.oauth2.resourceserver.jwt.jwk-set-uri",
					"spring.cloud.config.enabled", "parley.events.keys.auth-service", "parley.ai.url",
					"parley.ai.circuit.calls", "parley.ai.circuit.window", "parley.ai.calls-per-minute")
			.map((name) -> "--" + name + "=" + this.environment.getRequiredProperty(name))
			.toArray(String[]::new);
	}

	private boolean isClaimed(Post post) {
		return this.postChecks.find(post.id()).filter((postCheck) -> postCheck.claim() != null).isPresent();
	}

	private PostCheck check(String content, Instant due) {
		var post = new ModeratedPostReference(Ids.next(), 2, this.bob.reference());
		var thread = new ModeratedThreadReference(Ids.next(), "tomatoes", "Tomatoes",
				new ModeratedThreadReference.Category(Ids.next(), "gardening"), this.bob.reference());
		return new PostCheck(post.id(), post, thread, new ContentRevision(0, 0), content, Stage.FIRST, due,
				Instant.EPOCH, null, "dead", 1, Ids.next(), null);
	}

	private static PostCheck at(Stage stage, PostCheck postCheck, Instant since) {
		return new PostCheck(postCheck.postId(), postCheck.post(), postCheck.thread(), postCheck.revision(),
				postCheck.content(), stage, since, since, null, null, 1, postCheck.correlationId(), null);
	}

	/** A clean judgement about the same text. */
	private static Judgement judgement(PostCheck postCheck, String postId, Instant at) {
		return new Judgement(Ids.next(), postId, postCheck.post().author().id(), postCheck.revision(), Verdict.CLEAN,
				List.of(), Judgement.RULES, 1, Map.of(), 0,
				Submission.of(postCheck.text(), Duration.ZERO, false).hash(), at);
	}

	/** A policy without links for new accounts and without repeated texts. */
	private static Policy strictPolicy() {
		var day = Duration.ofDays(1);
		return new Policy(2, "Severe", List.of(), List.of(), new Policy.Links(20, Verdict.FLAGGED),
				new Policy.Newcomers(day, 0, 0, Verdict.FLAGGED), new Policy.Repeats(1, 3, day, Verdict.FLAGGED),
				Map.of(), new Thresholds(2, 2, 2));
	}

	private List<Judgement> verdicts(Post post, int count) {
		eventually().untilAsserted(() -> assertThat(all(post)).hasSizeGreaterThanOrEqualTo(count));
		return all(post);
	}

	private Judgement latest(Post post) {
		return verdicts(post, 1).getLast();
	}

	private List<Judgement> all(Post post) {
		return this.mongo.find(new Query(Criteria.where("postId").is(post.id())).with(Sort.by("_id")), Judgement.class);
	}

}
