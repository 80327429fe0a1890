package org.parley.moderation.check;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.parley.contracts.moderation.Verdict;
import org.parley.moderation.FakeForum;
import org.parley.moderation.FakeForum.Post;
import org.parley.moderation.ModerationApplication;
import org.parley.moderation.ModerationClient;
import org.parley.moderation.ModerationIT;
import org.parley.moderation.author.AuthorProfile;
import org.parley.moderation.check.PostCheck.Stage;
import org.parley.moderation.incident.Incident;
import org.parley.moderation.rule.Submission;
import org.parley.moderation.subject.ContentRevision;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;
import org.parley.platform.domain.Ids;
import org.parley.platform.mongo.cluster.ClusterLoops;
import org.parley.platform.test.client.TestUser;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static com.github.tomakehurst.wiremock.client.WireMock.badRequest;
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
	private ClusterLoops checkLoops;

	@Autowired
	private Environment environment;

	private final TestUser bob = TestUser.with();

	@Test
	void onlyFindingAndItsEndArePublished() {
		var post = this.forum.reply(this.bob, "Try *Stupice*.");
		var check = judged(post, 0);
		assertThat(verdict(check)).isEqualTo(Verdict.CLEAN);
		assertThat(judgement(check).engine()).isEqualTo("a-model");
		assertThat(check.stage()).isEqualTo(Stage.DONE);
		assertThat(check.content()).isEqualTo("Try *Stupice*.");
		var flagged = post.edited("flagmeplease");
		this.forum.publish("post.edited", flagged);
		judged(post, 1);
		this.forum.publish("post.edited", flagged.edited("Sorry."));
		eventually().untilAsserted(() -> assertThat(this.forum.published("moderation.verdict", post))
			.extracting((event) -> event.at("/data/verdict").asString())
			.containsExactly("flagged", "clean"));
		assertThat(this.forum.published("moderation.verdict", post))
			.allMatch((event) -> event.path("correlationid").asString().equals("01KAG3DZX1C2V3B4N5M6A7S8D9"));
		assertThat(this.forum.published("case.opened", post)).hasSize(1);
	}

	@Test
	void cleanVerdictAboutHiddenPostIsPublished() {
		var post = this.forum.reply(this.bob, "Try *Stupice*.");
		judged(post, 0);
		this.forum.publishHidden("post.edited", post.edited("Try *Glacier*."));
		eventually().untilAsserted(() -> assertThat(this.forum.published("moderation.verdict", post))
			.extracting((event) -> event.at("/data/verdict").asString())
			.containsExactly("clean"));
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
		assertThat(verdict(judged(post, new ContentRevision(0, 0)))).isEqualTo(Verdict.FLAGGED);
		this.forum.renameThread(post, "Which tomatoes?", 1);
		assertThat(verdict(judged(post, new ContentRevision(0, 1)))).isEqualTo(Verdict.CLEAN);
		this.forum.renameThread(post, "flagmeplease again", 2);
		assertThat(verdict(judged(post, new ContentRevision(0, 2)))).isEqualTo(Verdict.FLAGGED);
	}

	@Test
	void modelScoreYieldsVerdictOfThresholds() {
		MODEL.stubFor(post(MODERATIONS).willReturn(okJson(scores(0.93))));
		var judgement = judgement(judged(this.forum.reply(this.bob, "You are a potato."), 0));
		assertThat(judgement.verdict()).isEqualTo(Verdict.HELD);
		assertThat(judgement.reasons()).containsExactly("harassment");
		assertThat(judgement.scores()).containsEntry("harassment", 0.93);
	}

	@Test
	void rejectedTextIsSentThreeTimesAtMost() {
		MODEL.stubFor(post(MODERATIONS).willReturn(badRequest()));
		var word = "potato" + Ids.next();
		var post = this.forum.reply(this.bob, word);
		eventually().until(() -> judged(post, 0).stage() == Stage.DONE);
		assertThat(judgement(judged(post, 0)).engine()).isEqualTo(Judgement.RULES);
		MODEL.verify(3, postRequestedFor(urlEqualTo(MODERATIONS)).withRequestBody(containing(word)));
	}

	@Test
	void failedModelIsCalledAgainAfterRulesDecided() {
		MODEL.stubFor(post(MODERATIONS).willReturn(serverError()));
		var post = this.forum.reply(this.bob, "You are a turnip.");
		var first = judged(post, 0);
		assertThat(verdict(first)).isEqualTo(Verdict.CLEAN);
		assertThat(judgement(first).engine()).isEqualTo(Judgement.RULES);
		assertThat(first.stage()).isEqualTo(Stage.AGAIN);
		MODEL.stubFor(post(MODERATIONS).willReturn(okJson(scores(0.7))));
		eventually().until(() -> judged(post, 0).stage() == Stage.DONE);
		var second = judged(post, 0);
		assertThat(verdict(second)).isEqualTo(Verdict.FLAGGED);
		assertThat(judgement(second).engine()).isEqualTo("a-model");
		eventually().untilAsserted(() -> assertThat(this.forum.published("moderation.verdict", post)).hasSize(1));
	}

	@Test
	void repeatedCheckHasSameRuleFindings() {
		var arrival = Instant.now().minus(Duration.ofDays(3));
		var post = at(Stage.FIRST, check("Seeds of old tomatoes: https://example.org/seeds", arrival), arrival);
		this.mongo.save(new AuthorProfile(this.bob.id(), arrival.minus(Duration.ofHours(1)), Set.of("user"), null, 1));
		this.mongo.insert(copy(post, arrival.minus(Duration.ofHours(2))));
		underStrictPolicy(() -> {
			assertThat(this.evaluatePost.evaluate(post).reasons()).containsExactlyInAnyOrder("newcomer/links",
					"repeated");
			this.mongo.insert(copy(post, arrival.plusSeconds(1)));
			assertThat(this.evaluatePost.evaluate(at(Stage.AGAIN, post, arrival)).reasons())
				.containsExactlyInAnyOrder("newcomer/links", "repeated");
		});
	}

	@Test
	void laterCopyIsNoRepetition() {
		var arrival = Instant.now().minus(Duration.ofDays(3));
		var post = at(Stage.AGAIN, check("Seeds of even older tomatoes", arrival), arrival);
		this.mongo.insert(copy(post, arrival.plus(Duration.ofHours(2))));
		underStrictPolicy(() -> {
			assertThat(this.evaluatePost.evaluate(post).reasons()).isEmpty();
			this.mongo.insert(copy(post, arrival.minus(Duration.ofHours(2))));
			assertThat(this.evaluatePost.evaluate(post).reasons()).containsExactly("repeated");
		});
	}

	@Test
	void repeatedOrLateEventIsCheckedOnce() {
		var post = this.forum.reply(this.bob, "First");
		var edited = post.edited("flagmeplease");
		this.forum.publish("post.edited", edited);
		var before = judged(post, 1);
		this.forum.publish("post.edited", edited);
		this.forum.publish("post.created", post);
		judged(this.forum.reply(this.bob, "Last"), 0);
		assertThat(this.postChecks.find(post.id())).contains(before);
		assertThat(verdict(before)).isEqualTo(Verdict.FLAGGED);
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
		judged(post, 1);
		eventually()
			.until(() -> !MODEL.findAll(postRequestedFor(urlEqualTo(MODERATIONS)).withRequestBody(containing(old)))
				.isEmpty());
		eventually().during(Duration.ofSeconds(2))
			.untilAsserted(() -> assertThat(verdict(judged(post, 1))).isEqualTo(Verdict.CLEAN));
	}

	@Test
	void expiredClaimIsTakenOver() {
		var dead = check("flagmeplease", Instant.EPOCH);
		this.mongo.save(dead);
		this.checkLoops.signal();
		eventually().until(() -> this.postChecks.find(dead.postId()).orElseThrow().judgement() != null);
		var before = this.postChecks.find(dead.postId());
		this.concludeCheck.conclude(dead, this.evaluatePost.evaluate(dead));
		assertThat(this.postChecks.find(dead.postId())).isEqualTo(before);
		assertThat(this.mongo.count(new Query(Criteria.where("post._id").is(dead.postId())), Incident.class)).isOne();
	}

	@Test
	void claimedCheckIsNotTakenBeforeExpiry() {
		var taken = check("flagmeplease", Instant.parse("2999-01-01T00:00:00Z"));
		this.mongo.save(taken);
		judged(this.forum.reply(this.bob, "Another"), 0);
		assertThat(this.postChecks.find(taken.postId()).orElseThrow().claim()).isEqualTo("dead");
		this.concludeCheck.conclude(taken, this.evaluatePost.evaluate(taken));
		assertThat(this.postChecks.find(taken.postId()).orElseThrow().stage()).isEqualTo(Stage.DONE);
	}

	@Test
	void twoWorkersShareChecks() {
		MODEL.stubFor(post(MODERATIONS).willReturn(okJson(scores(0.001)).withFixedDelay(200)));
		try (var other = new SpringApplicationBuilder(ModerationApplication.class).run(arguments())) {
			var posts = IntStream.range(0, 60).mapToObj((n) -> this.forum.reply(this.bob, "Number " + n)).toList();
			posts.forEach((post) -> judged(post, 0));
			var done = other.getBean(io.micrometer.core.instrument.MeterRegistry.class)
				.counter("parley.checks", "verdict", "clean", "engine", "model")
				.count();
			assertThat(done).isGreaterThan(0).isLessThan(60);
		}
	}

	@Test
	void removedPostIsCheckedOnlyAfterRestore() {
		MODEL.stubFor(post(MODERATIONS).willReturn(serverError()));
		var post = this.forum.reply(this.bob, "Something");
		assertThat(judged(post, 0).stage()).isEqualTo(Stage.AGAIN);
		var removed = post.edited(post.content());
		this.forum.publish("post.removed", removed);
		eventually().until(() -> judged(post, 0).stage() == Stage.DONE);
		this.forum.restore(removed.edited(post.content()), this.bob);
		judged(post, 2);
	}

	@Test
	void postThatWasRemovedBeforeItArrivesIsCheckedOnlyAfterRestore() {
		var post = new Post(Ids.next(), Ids.next(), FakeForum.GARDENING, 2, this.bob, "flagmeplease", 0);
		var removed = post.edited(post.content());
		this.forum.publish("post.removed", removed);
		eventually().until(() -> this.postChecks.find(post.id()).isPresent());
		this.forum.publish("post.created", post);
		judged(this.forum.reply(this.bob, "Last"), 0);
		assertThat(this.postChecks.find(post.id()).orElseThrow().content()).isNull();
		this.forum.restore(removed.edited(post.content()), this.bob);
		judged(post, 2);
		eventually().untilAsserted(() -> assertThat(this.forum.published("case.opened", post)).hasSize(1));
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
			assertThat(stored.getDate("registeredAt")).isEqualTo(Instant.parse("2020-01-01T00:00:00Z"));
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
					"spring.cloud.config.enabled", "parley.events.keys.auth-service",
					"parley.events.keys.notification-service", "parley.ai.url", "parley.ai.circuit.calls",
					"parley.ai.circuit.window", "parley.ai.calls-per-minute", "parley.media.key")
			.map((name) -> "--" + name + "=" + this.environment.getRequiredProperty(name))
			.toArray(String[]::new);
	}

	private boolean isClaimed(Post post) {
		return this.postChecks.find(post.id()).filter((postCheck) -> postCheck.claim() != null).isPresent();
	}

	private PostCheck check(String content, Instant due) {
		var post = new ModeratedPostReference(Ids.next(), 2, ModerationClient.reference(this.bob));
		var thread = new ModeratedThreadReference(Ids.next(), "tomatoes", "Tomatoes",
				new ModeratedThreadReference.Category(Ids.next(), "gardening"), ModerationClient.reference(this.bob));
		return new PostCheck(post.id(), post, thread, new ContentRevision(0, 0), content,
				Submission.of(content, "", (_) -> false).fingerprint(), Stage.FIRST, due, Instant.EPOCH, Instant.EPOCH,
				null, false, "dead", 1, Ids.next(), null, null);
	}

	private static PostCheck at(Stage stage, PostCheck postCheck, Instant since) {
		return with(postCheck.post(), stage, postCheck, since);
	}

	/** A post with the same text by the same author. */
	private static PostCheck copy(PostCheck postCheck, Instant since) {
		return with(new ModeratedPostReference(Ids.next(), 3, postCheck.post().author()), Stage.DONE, postCheck, since);
	}

	private static PostCheck with(ModeratedPostReference post, Stage stage, PostCheck postCheck, Instant since) {
		return new PostCheck(post.id(), post, postCheck.thread(), postCheck.revision(), postCheck.content(),
				postCheck.textHash(), stage, since, since, since, null, false, null, 1, postCheck.correlationId(), null,
				null);
	}

	/** Runs an action under a policy without links for new accounts and repetitions. */
	private void underStrictPolicy(Runnable action) {
		underPolicy("""
				{"rules": [
				{"name": "newcomer/links", "when": {"linksOver": 0, "accountYoungerThan": "P1D"}, "then": "flag"},
				{"name": "repeated", "when": {"repeats": {"atLeast": 1, "words": 3, "within": "P1D"}}, "then": "flag"}],
				"thresholds": {}, "otherwise": {}, "model": "always"}""", action);
	}

	private PostCheck judged(Post post, long version) {
		return judged(post, new ContentRevision(version, 0));
	}

	/** Waits for the verdict about a revision. */
	private PostCheck judged(Post post, ContentRevision contentRevision) {
		return eventually()
			.until(() -> this.postChecks.find(post.id())
				.filter((check) -> check.revision().equals(contentRevision) && check.judgement() != null),
					Optional::isPresent)
			.orElseThrow();
	}

	private static Judgement judgement(PostCheck postCheck) {
		return Objects.requireNonNull(postCheck.judgement());
	}

	private static Verdict verdict(PostCheck postCheck) {
		return judgement(postCheck).verdict();
	}

}
