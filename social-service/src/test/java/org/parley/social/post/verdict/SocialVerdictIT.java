package org.parley.social.post.verdict;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.catalogue.Topology;
import org.parley.platform.test.EventContract;
import org.parley.platform.test.PersonalDataKit;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.event.PublishedEvents;
import org.parley.social.SocialServiceIT;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.amqp.core.MessageBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/** {@link SocialRulingTests} has the rules of verdicts and decisions. */
class SocialVerdictIT extends SocialServiceIT {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Instant DECIDED = Instant.parse("2026-11-20T10:00:00Z");

	@ParameterizedTest
	@CsvSource({ "hide, hidden", "remove, removed", "ban, removed" })
	void decidedPostVanishesUntilReversal(String decision, String status) {
		var alice = aPerson();
		var bob = aPerson();
		isFollowedBy(alice, bob);
		var post = aPost(alice, "public");
		var comment = aComment(bob, post);
		react(bob, "/posts/" + post, "love");
		feedBecomes(bob, post);
		var caseId = Ids.next();
		decide(caseId, "post", post, decision, DECIDED);
		eventually().untilAsserted(() -> refused(this.api.get(bob, "/posts/" + post), 404, "social-post.not-found"));
		refused(this.api.get(bob, "/posts/" + post + "/comments"), 404, "social-post.not-found");
		refused(this.api.get(bob, "/comments/" + comment), 404, "social-comment.not-found");
		refused(comment(bob, post, null), 404, "social-post.not-found");
		assertThat(ids(bob, "/feed")).doesNotContain(post);
		assertThat(ids(bob, "/explore?sort=new")).doesNotContain(post);
		assertThat(ids(bob, person(alice) + "/posts")).doesNotContain(post);
		var own = this.api.get(alice, "/posts/" + post).data();
		assertThat(own.path("status").asString()).isEqualTo(status);
		assertThat(own.path("text").isNull()).isEqualTo(status.equals("removed"));
		assertThat(own.path("html").isNull()).isEqualTo(status.equals("removed"));
		refused(this.api.patch(alice, "/posts/" + post, Map.of("text", "Mine")), 409, "social-post.hidden");
		refused(comment(alice, post, null), 409, "social-post.hidden");
		refused(react(alice, "/posts/" + post, "like"), 409, "social-post.hidden");
		reverse(caseId, "post", post, decision, DECIDED.plusSeconds(60));
		eventually().untilAsserted(() -> assertThat(this.api.get(bob, "/posts/" + post).status()).isEqualTo(200));
		var restored = this.api.get(bob, "/posts/" + post).data();
		assertThat(restored.path("text").asString()).isEqualTo("My tomatoes are ripe");
		assertThat(restored.at("/reactions/love").asInt()).isEqualTo(1);
		assertThat(restored.path("myReaction").asString()).isEqualTo("love");
		assertThat(restored.path("commentCount").asInt()).isEqualTo(1);
		assertThat(ids(bob, "/posts/" + post + "/comments")).containsExactly(comment);
		assertThat(ids(bob, "/feed")).containsExactly(post);
	}

	@Test
	void erasureOfTheAuthorRemovesHiddenPostsAndCommentsForGood() {
		var alice = aPerson();
		var post = aPost(alice, "public");
		var comment = aComment(alice, aPost(aPerson(), "public"));
		decide(Ids.next(), "post", post, "hide", DECIDED);
		decide(Ids.next(), "comment", comment, "hide", DECIDED);
		eventually().until(() -> status(alice, post).equals("hidden"));
		eventually()
			.until(() -> this.api.get(alice, "/comments/" + comment).data().path("status").asString().equals("hidden"));
		var events = new PublishedEvents(this.broker, this.rabbit, "social.events", "#");
		new PersonalDataKit(this.rabbit, this.broker, "social.events", "social_members").erase(alice.id());
		eventually().untilAsserted(() -> assertThat(events.all())
			.filteredOn((event) -> event.at("/data/comment/id")
				.asString(event.at("/data/post/id").asString(""))
				.matches(post + "|" + comment))
			// Those of the hiding may arrive late.
			.filteredOn((event) -> !event.at("/data/hidden").asBoolean(false))
			.extracting((event) -> event.path("type").asString())
			.containsExactlyInAnyOrder("social-comment.removed", "social-post.removed"));
	}

	@Test
	void hiddenCommentIsNotCountedUntilReversal() {
		var alice = aPerson();
		var bob = aPerson();
		var post = aPost(alice, "public");
		var comment = aComment(bob, post);
		react(alice, "/comments/" + comment, "like");
		var caseId = Ids.next();
		decide(caseId, "comment", comment, "remove", DECIDED);
		eventually().untilAsserted(() -> assertThat(count(alice, post)).isZero());
		refused(this.api.get(alice, "/comments/" + comment), 404, "social-comment.not-found");
		assertThat(ids(alice, "/posts/" + post + "/comments")).isEmpty();
		var own = this.api.get(bob, "/comments/" + comment).data();
		assertThat(own.path("status").asString()).isEqualTo("removed");
		assertThat(own.path("text").isNull()).isTrue();
		refused(this.api.patch(bob, "/comments/" + comment, Map.of("text", "Mine")), 409, "social-comment.hidden");
		reverse(caseId, "comment", comment, "remove", DECIDED.plusSeconds(60));
		eventually().untilAsserted(() -> assertThat(count(alice, post)).isEqualTo(1));
		var restored = this.api.get(alice, "/comments/" + comment).data();
		assertThat(restored.path("text").asString()).isEqualTo("So are mine");
		assertThat(restored.at("/reactions/like").asInt()).isEqualTo(1);
	}

	@Test
	void postIsReportedAgainAfterItsEditAndAfterTheDecision() {
		var alice = aPerson();
		var bob = aPerson();
		var post = aPost(alice, "public");
		assertThat(report(bob, post)).isEqualTo(201);
		assertThat(report(bob, post)).isEqualTo(409);
		this.api.patch(alice, "/posts/" + post, Map.of("text", "I will find you"));
		assertThat(report(bob, post)).isEqualTo(201);
		assertThat(report(bob, post)).isEqualTo(409);
		decide(Ids.next(), "post", post, "dismiss", Instant.now().plusSeconds(1));
		eventually().untilAsserted(() -> assertThat(report(bob, post)).isEqualTo(201));
		assertThat(report(bob, post)).isEqualTo(409);
	}

	@ParameterizedTest
	@CsvSource({ "post, remove, upheld", "comment, warn, upheld", "comment, dismiss, dismissed" })
	void decisionTellsReportersItsOutcomeOnce(String kind, String decision, String outcome) {
		var alice = aPerson();
		var bob = aPerson();
		var post = aPost(alice, "public");
		var reported = kind.equals("post") ? post : aComment(alice, post);
		this.api.post(bob, "/" + kind + "s/" + reported + "/reports", Map.of("reason", "abuse"));
		var events = new PublishedEvents(this.broker, this.rabbit, "social.events", "social-report.closed");
		var decided = Instant.now().plusSeconds(1);
		decide(Ids.next(), kind, reported, decision, decided);
		decide(Ids.next(), kind, reported, decision, decided.plusSeconds(1));
		var last = aPost(alice, "public");
		judge(last, "held", 0);
		eventually().untilAsserted(() -> assertThat(status(alice, last)).isEqualTo("hidden"));
		eventually().untilAsserted(() -> assertThat(events.of(post)).hasSize(1));
		var closed = events.of(post).getFirst().path("data");
		assertThat(closed.at("/report/status").asString()).isEqualTo(outcome);
		assertThat(closed.at("/reported/kind").asString()).isEqualTo(kind);
		assertThat(closed.at("/reported/id").asString()).isEqualTo(reported);
		assertThat(closed.at("/reporter/id").asString()).isEqualTo(bob.id());
	}

	private int report(TestUser reporter, String post) {
		return this.api.post(reporter, "/posts/" + post + "/reports", Map.of("reason", "abuse")).status();
	}

	@Test
	void postThatItsAuthorDeletedStaysDeleted() {
		var alice = aPerson();
		var post = aPost(alice, "public");
		var caseId = Ids.next();
		decide(caseId, "post", post, "remove", DECIDED);
		eventually().untilAsserted(() -> assertThat(status(alice, post)).isEqualTo("removed"));
		assertThat(this.api.delete(alice, "/posts/" + post).status()).isEqualTo(204);
		reverse(caseId, "post", post, "remove", DECIDED.plusSeconds(60));
		var other = aPost(alice, "public");
		judge(other, "held", 0);
		eventually().untilAsserted(() -> assertThat(status(alice, other)).isEqualTo("hidden"));
		refused(this.api.get(alice, "/posts/" + post), 404, "social-post.not-found");
	}

	@Test
	void editReplacesTextUntilReversal() {
		var alice = aPerson();
		var bob = aPerson();
		var post = aPost(alice, "public");
		var comment = aComment(bob, post);
		judge(post, "held", 0);
		eventually().untilAsserted(() -> assertThat(status(alice, post)).isEqualTo("hidden"));
		var postCase = Ids.next();
		var commentCase = Ids.next();
		edit("social-case.decided", postCase, "post", post, "Mine are *green*", "decidedAt", DECIDED);
		edit("social-case.decided", commentCase, "comment", comment, "So are *mine*", "decidedAt", DECIDED);
		eventually().untilAsserted(() -> {
			assertThat(text(bob, "/comments/" + comment)).isEqualTo("So are *mine*");
			assertThat(text(bob, "/posts/" + post)).isEqualTo("Mine are *green*");
		});
		assertThat(count(bob, post)).isEqualTo(1);
		judge(post, "removed", this.api.get(alice, "/posts/" + post).data().path("version").asLong());
		edit("social-case.reversed", postCase, "post", post, "My tomatoes are ripe", "reversedAt",
				DECIDED.plusSeconds(60));
		edit("social-case.reversed", commentCase, "comment", comment, "So are mine", "reversedAt",
				DECIDED.plusSeconds(60));
		eventually().untilAsserted(() -> {
			assertThat(text(bob, "/comments/" + comment)).isEqualTo("So are mine");
			assertThat(text(bob, "/posts/" + post)).isEqualTo("My tomatoes are ripe");
		});
		assertThat(count(bob, post)).isEqualTo(1);
	}

	private String text(TestUser reader, String path) {
		return this.api.get(reader, path).data().path("text").asString();
	}

	private void edit(String type, String caseId, String kind, String id, String text, String time, Instant at) {
		publish(type, kind, id,
				(data) -> data.put("caseId", caseId)
					.put("decision", "edit")
					.put("contentVersion", 0)
					.put("text", text)
					.put(time, at.toString()));
	}

	private String status(TestUser reader, String post) {
		return this.api.get(reader, "/posts/" + post).data().path("status").asString();
	}

	private int count(TestUser reader, String post) {
		return this.api.get(reader, "/posts/" + post).data().path("commentCount").asInt();
	}

	private void judge(String post, String verdict, long version) {
		publish("social-moderation.verdict", "post", post,
				(data) -> data.put("verdict", verdict).put("contentVersion", version));
	}

	private void decide(String caseId, String kind, String id, String decision, Instant at) {
		publish("social-case.decided", kind, id,
				(data) -> data.put("caseId", caseId)
					.put("decision", decision)
					.put("contentVersion", 0)
					.put("decidedAt", at.toString()));
	}

	private void reverse(String caseId, String kind, String id, String decision, Instant at) {
		publish("social-case.reversed", kind, id,
				(data) -> data.put("caseId", caseId)
					.put("decision", decision)
					.put("contentVersion", 0)
					.put("reversedAt", at.toString()));
	}

	private void publish(String type, String kind, String id, Consumer<ObjectNode> change) {
		var event = (ObjectNode) JSON.readTree(EventContract.example(type));
		event.put("id", Ids.next()).put("partitionkey", id);
		event.withObject("/data/content").put("kind", kind).put("id", id);
		change.accept(event.withObject("/data"));
		this.rabbit.send(Topology.lettersOf("social_verdicts"), Topology.AGAIN,
				MessageBuilder.withBody(event.toString().getBytes(StandardCharsets.UTF_8)).build());
	}

	private static ConditionFactory eventually() {
		return Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(20));
	}

}
