package org.parley.moderation.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.moderation.FakeForum.Post;
import org.parley.moderation.FakeSocial;
import org.parley.moderation.ModerationIT;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.JsonNode;

import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static org.assertj.core.api.Assertions.assertThat;

/** Rules that lock threads and limit authors. */
class RuleEffectsIT extends ModerationIT {

	private static final String LIMIT = """
			{"rules": [{"name": "burst", "when": {"words": ["quagga"]}, "then": "limit", "lasting": "PT24H"}],
			"thresholds": {}, "otherwise": {}, "model": "never"}""";

	private static final String LOCK = """
			{"rules": [{"name": "quarrel", "when": {"words": ["quagga"]}, "then": "lock"}],
			"thresholds": {}, "otherwise": {}, "model": "never"}""";

	private final TestUser bob = TestUser.with();

	private final TestUser mod = TestUser.with("moderator");

	@Test
	void laterTextsOfLimitedAuthorAreHeldUntilDismissal() {
		underPolicy(LIMIT, () -> {
			var first = this.forum.reply(this.bob, "A quagga");
			assertThat(event("moderation.verdict", first, 1).at("/data/verdict").asString()).isEqualTo("flagged");
			var issued = event("statement.issued", first, 1);
			assertThat(issued.at("/data/restriction").asString()).isEqualTo("limit");
			assertThat(issued.at("/data/automated").asBoolean()).isTrue();
			assertThat(issued.at("/data/until").asString()).isNotEmpty();
			var held = this.forum.reply(this.bob, "Good morning");
			var verdict = event("moderation.verdict", held, 1);
			assertThat(verdict.at("/data/verdict").asString()).isEqualTo("held");
			assertThat(verdict.at("/data/reasons/0").asString()).isEqualTo("author/limited");
			var social = this.social.post(this.bob, "Good morning, neighbours");
			eventually().untilAsserted(() -> assertThat(published("social-moderation.verdict", social)).isOne());
			decide(first, "dismiss");
			event("statement.lifted", first, 1);
			assertClean(this.forum.reply(this.bob, "Good evening"));
		});
	}

	/** The case is decided, so it can no longer be dismissed. */
	@Test
	void overturnedLimitEndsThoughPostStaysRemoved() {
		underPolicy(LIMIT, () -> {
			var first = this.forum.reply(this.bob, "A quagga");
			var limit = event("statement.issued", first, 1).at("/data/statementId").asString();
			decide(first, "remove");
			event("statement.issued", first, 2);
			this.client.post(this.bob, "/moderation/statements/" + limit + "/appeal", Map.of("text", "I quoted it."));
			var appeal = event("appeal.filed", first, 1).at("/data/appealId").asString();
			var answer = this.client.post(TestUser.with("moderator"), "/admin/appeals/" + appeal + "/decide",
					Map.of("outcome", "overturn", "note", "It was a quotation."));
			assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
			assertThat(event("appeal.decided", first, 1).at("/data/outcome").asString()).isEqualTo("overturned");
			assertThat(this.client.get(this.bob, "/moderation/statements").data().findValuesAsString("status"))
				.containsExactly("in-force", "lifted", "overturned");
			assertThat(this.forum.published("case.reversed", first)).isEmpty();
			assertClean(this.forum.reply(this.bob, "Good evening"));
		});
	}

	@Test
	void limitHoldsNoTextThatWasWrittenBefore() {
		underPolicy(LIMIT.replace("never", "always"), () -> {
			MODEL.stubFor(post(MODERATIONS).willReturn(serverError()));
			var earlier = this.forum.reply(this.bob, "Good morning");
			awaitStage(earlier, PostCheck.Stage.AGAIN);
			event("statement.issued", this.forum.reply(this.bob, "A quagga"), 1);
			MODEL.stubFor(post(MODERATIONS).willReturn(okJson(scores(0.001))));
			awaitStage(earlier, PostCheck.Stage.DONE);
			assertThat(this.forum.published("moderation.verdict", earlier)).isEmpty();
		});
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void limitHoldsNoEarlierThreadThatAModeratorTags(boolean known) {
		underPolicy(LIMIT, () -> {
			var thread = this.forum.startThread(this.bob, "Animals", "Good morning");
			assertClean(thread);
			event("statement.issued", this.forum.reply(this.bob, "A quagga"), 1);
			if (!known) {
				this.mongo.remove(new Query(Criteria.where("_id").is(thread.id())), PostCheck.class);
			}
			this.forum.tagThread(thread, "Animals", List.of("zoo"), 1, this.mod);
			eventually().until(() -> Optional.ofNullable(this.mongo.findById(thread.id(), PostCheck.class))
				.filter((check) -> check.revision().title() == 1 && check.judgement() != null)
				.isPresent());
			assertThat(this.forum.published("moderation.verdict", thread)).isEmpty();
			this.forum.tagThread(thread, "Animals", List.of("horses"), 2);
			assertThat(event("moderation.verdict", thread, 1).at("/data/reasons/0").asString())
				.isEqualTo("author/limited");
		});
	}

	@Test
	void limitHoldsNoTextsOfOthersAndEndsWithPolicy() {
		underPolicy(LIMIT, () -> {
			event("statement.issued", this.forum.reply(this.bob, "A quagga"), 1);
			assertClean(this.forum.reply(TestUser.with(), "Good morning"));
		});
		assertClean(this.forum.reply(this.bob, "Good morning"));
	}

	@Test
	void lockIsPartOfVerdictAndStatement() {
		underPolicy(LOCK, () -> {
			var post = this.forum.reply(this.bob, "A quagga");
			var verdict = event("moderation.verdict", post, 1);
			assertThat(verdict.at("/data/verdict").asString()).isEqualTo("flagged");
			assertThat(verdict.at("/data/locks").asBoolean()).isTrue();
			assertThat(event("statement.issued", post, 1).at("/data/restriction").asString()).isEqualTo("lock");
			decide(post, "hide");
			assertThat(event("statement.issued", post, 2).at("/data/restriction").asString()).isEqualTo("hide");
			assertThat(this.client.get(this.bob, "/moderation/statements").data().findValuesAsString("status"))
				.containsExactly("in-force", "in-force");
			var social = this.social.post(this.bob, "A quagga");
			eventually().untilAsserted(() -> assertThat(published("social-moderation.verdict", social)).isOne());
			assertThat(published("social-statement.issued", social)).isZero();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "remove", "ban" })
	void removalReplacesLock(String decision) {
		underPolicy(LOCK, () -> {
			var post = this.forum.reply(this.bob, "A quagga");
			var lock = event("statement.issued", post, 1).at("/data/statementId").asString();
			decide(post, decision, TestUser.with("admin"));
			assertThat(event("statement.issued", post, 2).at("/data/restriction").asString()).isEqualTo(decision);
			var statements = this.client.get(this.bob, "/moderation/statements").data();
			assertThat(statements.findValuesAsString("status")).containsExactly("in-force", "superseded");
			assertThat(statements.at("/1/id").asString()).isEqualTo(lock);
		});
	}

	/** The thread stays locked. */
	@Test
	void warningAboutOpeningPostKeepsLock() {
		underPolicy(LOCK, () -> {
			var post = this.forum.startThread(this.bob, "Animals", "A quagga");
			assertThat(event("statement.issued", post, 1).at("/data/restriction").asString()).isEqualTo("lock");
			decide(post, "warn");
			assertThat(event("statement.issued", post, 2).at("/data/restriction").asString()).isEqualTo("warn");
			assertThat(this.client.get(this.bob, "/moderation/statements").data().findValuesAsString("status"))
				.containsExactly("in-force", "in-force");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "unlocked", "removed", "moved" })
	void lockEndsWhenThreadOpensOrPostLeavesIt(String act) {
		underPolicy(LOCK, () -> {
			var post = this.forum.reply(this.bob, "A quagga");
			event("statement.issued", post, 1);
			switch (act) {
				case "unlocked" -> this.forum.unlock(post);
				case "removed" -> this.forum.publish("post.removed", post.edited("A quagga"));
				default -> this.forum.move(post, Ids.next(), 2, 1);
			}
			assertThat(event("statement.lifted", post, 1).at("/data/restriction").asString()).isEqualTo("lock");
			assertThat(this.client.get(this.bob, "/moderation/statements").data().findValuesAsString("status"))
				.containsExactly("lifted");
		});
	}

	private void awaitStage(Post post, PostCheck.Stage stage) {
		eventually().until(() -> Optional.ofNullable(this.mongo.findById(post.id(), PostCheck.class))
			.filter((check) -> check.stage() == stage)
			.isPresent());
	}

	private long published(String type, FakeSocial.SocialItem item) {
		return this.forum.published(type, (data) -> data.at("/content/id").asString("").equals(item.id())).size();
	}

	private void decide(Post post, String decision) {
		decide(post, decision, this.mod);
	}

	private void decide(Post post, String decision, TestUser by) {
		var path = "/admin/cases/" + event("case.opened", post, 1).at("/data/caseId").asString() + "/decide";
		assertThat(this.client.post(by, path, Map.of("decision", decision)).status()).isEqualTo(200);
	}

	private void assertClean(Post post) {
		eventually().until(() -> Optional.ofNullable(this.mongo.findById(post.id(), PostCheck.class))
			.filter((check) -> check.judgement() != null)
			.isPresent());
		assertThat(this.forum.published("moderation.verdict", post)).isEmpty();
	}

	private JsonNode event(String type, Post post, int count) {
		eventually()
			.untilAsserted(() -> assertThat(this.forum.published(type, post)).hasSizeGreaterThanOrEqualTo(count));
		return this.forum.published(type, post).get(count - 1);
	}

}
