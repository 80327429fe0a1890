package org.parley.moderation.appeal;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.moderation.FakeForum;
import org.parley.moderation.FakeForum.Post;
import org.parley.moderation.ModerationIT;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.event.PublishedEvents;
import tools.jackson.databind.JsonNode;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Statements of reasons, from the decision to the answer to an appeal. */
class AppealIT extends ModerationIT {

	private static final String STATEMENTS = "/moderation/statements";

	private final TestUser bob = TestUser.with();

	private final TestUser mod = TestUser.with("moderator");

	private final TestUser other = TestUser.with("moderator");

	private final TestUser admin = TestUser.with("admin");

	@Autowired
	private AmqpAdmin broker;

	@Autowired
	private RabbitTemplate rabbit;

	@Test
	void automaticHoldIsStatedToItsAuthor() {
		var post = this.forum.reply(this.bob, "kys");
		var issued = event("statement.issued", post, 1);
		assertThat(issued.at("/data/automated").asBoolean()).isTrue();
		assertThat(issued.at("/data/restriction").asString()).isEqualTo("hold");
		var path = STATEMENTS + "/" + issued.at("/data/statementId").asString();
		var read = this.client.get(this.bob, path);
		assertThat(read.data().path("content").asString()).isEqualTo("kys");
		assertThat(read.data().at("/reasons/0").asString()).isEqualTo("word-list/threat");
		assertThat(read.data().path("policyVersion").asLong()).isOne();
		assertThat(read.data().path("source").asString()).isEqualTo("automatic");
		assertThat(this.client.get(this.bob, STATEMENTS).data()).hasSize(1);
		for (var reader : List.of(this.mod, this.admin, TestUser.with())) {
			assertRefused(this.client.get(reader, path), 404, "statement.not-found");
			assertRefused(appeal(reader, path), 404, "statement.not-found");
			assertThat(this.client.get(reader, STATEMENTS).data()).isEmpty();
		}
	}

	@Test
	void titleAndTagsAreCheckedAndStated() {
		var titled = this.forum.startThread(this.bob, "kys", "Opening words");
		event("statement.issued", titled, 1);
		assertThat(only().path("title").asString()).isEqualTo("kys");
		var tagged = this.forum.startThread(this.bob, "Tomatoes", "Opening words");
		this.forum.tagThread(tagged, "Tomatoes", List.of("soil", "kys"), 1);
		event("statement.issued", tagged, 1);
		var stated = this.client.get(this.bob, STATEMENTS).data().path(0);
		assertThat(stated.path("tags").path(1).asString()).isEqualTo("kys");
		assertThat(stated.path("title").asString()).isEqualTo("Tomatoes");
	}

	@Test
	void flaggedPostHasNoStatement() {
		var post = this.forum.reply(this.bob, "flagmeplease");
		event("case.opened", post, 1);
		assertThat(this.client.get(this.bob, STATEMENTS).data()).isEmpty();
	}

	@Test
	void cleanEditLiftsHold() {
		var post = this.forum.reply(this.bob, "kys");
		event("statement.issued", post, 1);
		this.forum.publishHidden("post.edited", post.edited("Sorry."));
		event("statement.lifted", post, 1);
		assertThat(only().path("status").asString()).isEqualTo("lifted");
	}

	@ParameterizedTest
	@CsvSource({ "remove, lifted", "warn, in-force", "ban, in-force" })
	void restorationLiftsWhatHidPost(String decision, String status) {
		var post = this.forum.createReportedPost(this.bob, FakeForum.GARDENING);
		decide(post, this.admin, decision);
		event("statement.issued", post, 1);
		this.forum.restore(post.edited(post.content()), this.mod);
		var later = this.forum.reply(this.bob, "kys");
		event("statement.issued", later, 1);
		assertThat(this.client.get(this.bob, STATEMENTS).data().path(1).path("status").asString()).isEqualTo(status);
		assertThat(this.forum.published("statement.lifted", post)).hasSize(status.equals("lifted") ? 1 : 0);
	}

	@Test
	void decisionReplacesHoldAndDismissalLiftsIt() {
		var removed = this.forum.reply(this.bob, "kys");
		event("statement.issued", removed, 1);
		decide(removed, this.mod, "remove");
		event("statement.issued", removed, 2);
		assertThat(statuses()).containsExactly("in-force", "superseded");
		var dismissed = this.forum.reply(this.bob, "You deserve to die");
		event("statement.issued", dismissed, 1);
		decide(dismissed, this.mod, "dismiss");
		event("statement.lifted", dismissed, 1);
		assertThat(statuses()).containsExactly("lifted", "in-force", "superseded");
	}

	@Test
	void overturnedAppealReversesDecision() {
		var acts = new PublishedEvents(this.broker, this.rabbit, "moderation.events", "administrator.acted");
		var post = reportedPost();
		decide(post, this.mod, "remove");
		var path = path(event("statement.issued", post, 1));
		var filed = appeal(this.bob, path);
		assertThat(filed.status()).isEqualTo(201);
		assertThat(filed.data().at("/appeal/status").asString()).isEqualTo("open");
		assertRefused(appeal(this.bob, path), 409, "appeal.exists");
		var appeal = "/admin/appeals/" + event("appeal.filed", post, 1).at("/data/appealId").asString();
		assertRefused(answer(this.mod, appeal, "overturn"), 403, "appeal.own-decision");
		assertThat(this.client.get(this.other, "/admin/appeals?limit=100").data().toString()).contains(post.id());
		var answered = answer(this.other, appeal, "overturn");
		assertThat(answered.data().at("/statement/appeal/status").asString()).isEqualTo("overturned");
		assertThat(answered.data().at("/answeredBy/id").asString()).isEqualTo(this.other.id());
		assertThat(only().path("status").asString()).isEqualTo("lifted");
		assertThat(only().at("/appeal/note").asString()).isEqualTo("Because.");
		assertThat(event("appeal.decided", post, 1).at("/data/outcome").asString()).isEqualTo("overturned");
		var reversed = event("case.reversed", post, 1);
		assertThat(reversed.at("/data/decision").asString()).isEqualTo("remove");
		assertThat(reversed.at("/data/authority").asString()).isEqualTo("moderator");
		assertThat(this.forum.published("statement.lifted", post)).isEmpty();
		assertRefused(answer(this.other, appeal, "uphold"), 409, "appeal.answered");
		eventually().untilAsserted(() -> assertThat(acts.actsOf(this.other.id())).containsExactly(
				"case-reversed " + reversed.at("/data/caseId").asString(),
				"appeal-decided overturned " + appeal.substring("/admin/appeals/".length())));
		assertThat(acts.actsOf(this.mod.id()))
			.containsExactly("case-decided remove " + reversed.at("/data/caseId").asString());
		assertThat(this.client.get(this.other, "/admin/appeals?limit=100").data().toString()).doesNotContain(post.id());
		assertThat(this.client.get(this.other, "/admin/appeals?status=overturned&limit=100").data().toString())
			.contains(post.id());
	}

	@Test
	void editIsStatedAndReversalRestoresText() {
		var post = this.forum.reply(this.bob, "kys");
		event("statement.issued", post, 1);
		var edit = Map.of("decision", "edit", "note", "Stay polite.", "text", "I disagree.");
		var decided = this.client.post(this.mod, casePath(post) + "/decide", edit);
		assertThat(decided.data().path("text").asString()).isEqualTo("I disagree.");
		var event = event("case.decided", post, 1);
		assertThat(event.at("/data/decision").asString()).isEqualTo("edit");
		assertThat(event.at("/data/text").asString()).isEqualTo("I disagree.");
		assertThat(event("statement.issued", post, 2).at("/data/restriction").asString()).isEqualTo("edit");
		assertThat(statuses()).containsExactly("in-force", "superseded");
		var stated = this.client.get(this.bob, STATEMENTS).data().path(0);
		assertThat(stated.path("content").asString()).isEqualTo("kys");
		assertThat(stated.path("replacement").asString()).isEqualTo("I disagree.");
		this.forum.publishDecided(post.edited("I disagree."));
		appeal(this.bob, STATEMENTS + "/" + stated.path("id").asString());
		var appeal = "/admin/appeals/" + event("appeal.filed", post, 1).at("/data/appealId").asString();
		assertThat(answer(this.other, appeal, "overturn").status()).isEqualTo(200);
		var reversed = event("case.reversed", post, 1);
		assertThat(reversed.at("/data/decision").asString()).isEqualTo("edit");
		assertThat(reversed.at("/data/text").asString()).isEqualTo("kys");
		this.forum.publishDecided(post.edited("I disagree.").edited("kys"));
		var last = this.forum.reply(this.bob, "kys");
		event("statement.issued", last, 1);
		assertThat(this.forum.published("case.opened", post)).hasSize(1);
	}

	@Test
	void upheldAppealKeepsDecision() {
		var post = reportedPost();
		decide(post, this.mod, "hide");
		appeal(this.bob, path(event("statement.issued", post, 1)));
		var appeal = "/admin/appeals/" + event("appeal.filed", post, 1).at("/data/appealId").asString();
		assertThat(answer(this.other, appeal, "uphold").status()).isEqualTo(200);
		assertThat(event("appeal.decided", post, 1).at("/data/outcome").asString()).isEqualTo("upheld");
		assertThat(only().path("status").asString()).isEqualTo("in-force");
		assertThat(this.forum.published("case.reversed", post)).isEmpty();
	}

	/** A warning leaves a held post held. */
	@Test
	void moderatorWhoWarnedAnswersNoAppealAgainstTheHold() {
		var post = this.forum.reply(this.bob, "kys");
		var hold = path(event("statement.issued", post, 1));
		decide(post, this.mod, "warn");
		event("statement.issued", post, 2);
		appeal(this.bob, hold);
		var appeal = "/admin/appeals/" + event("appeal.filed", post, 1).at("/data/appealId").asString();
		assertRefused(answer(this.mod, appeal, "overturn"), 403, "appeal.own-decision");
		assertRefused(answer(this.mod, appeal, "uphold"), 403, "appeal.own-decision");
		assertThat(answer(this.other, appeal, "overturn").status()).isEqualTo(200);
	}

	@Test
	void warningEndsTheHoldOfAPostThatOpensAThread() {
		var post = this.forum.startThread(this.bob, "Tomatoes", "kys");
		event("statement.issued", post, 1);
		decide(post, this.mod, "warn");
		event("statement.lifted", post, 1);
		assertThat(statuses()).containsExactlyInAnyOrder("in-force", "lifted");
	}

	@Test
	void overturnedHoldDismissesItsCase() {
		var post = this.forum.reply(this.bob, "kys");
		appeal(this.bob, path(event("statement.issued", post, 1)));
		var appeal = "/admin/appeals/" + event("appeal.filed", post, 1).at("/data/appealId").asString();
		assertThat(answer(this.mod, appeal, "overturn").status()).isEqualTo(200);
		assertThat(event("case.decided", post, 1).at("/data/decision").asString()).isEqualTo("dismiss");
		assertThat(event("appeal.decided", post, 1).at("/data/outcome").asString()).isEqualTo("overturned");
		assertThat(only().path("status").asString()).isEqualTo("lifted");
	}

	@Test
	void onlyAdministratorsLiftBans() {
		var post = reportedPost();
		decide(post, TestUser.with("admin"), "ban");
		appeal(this.bob, path(event("statement.issued", post, 1)));
		var appeal = "/admin/appeals/" + event("appeal.filed", post, 1).at("/data/appealId").asString();
		assertRefused(answer(this.mod, appeal, "overturn"), 403, "case.ban-needs-admin");
		assertThat(only().at("/appeal/status").asString()).isEqualTo("open");
		assertThat(answer(this.admin, appeal, "overturn").status()).isEqualTo(200);
		assertThat(event("case.reversed", post, 1).at("/data/decision").asString()).isEqualTo("ban");
	}

	@Test
	void decisionIsReversedOnce() {
		var post = reportedPost();
		var path = casePath(post);
		assertRefused(reverse(this.mod, path), 409, "case.no-decision");
		decide(post, this.mod, "warn");
		var reversed = reverse(this.mod, path);
		assertThat(reversed.data().at("/reversedBy/id").asString()).isEqualTo(this.mod.id());
		assertRefused(reverse(this.mod, path), 409, "case.no-decision");
		event("statement.lifted", post, 1);
		assertThat(only().path("liftNote").asString()).isEqualTo("A mistake.");
	}

	@Test
	void reversedDismissalReopensCase() {
		var post = reportedPost();
		decide(post, this.mod, "dismiss");
		assertThat(reverse(this.mod, casePath(post)).data().path("status").asString()).isEqualTo("open");
		assertThat(this.forum.published("case.reversed", post)).isEmpty();
		decide(post, this.other, "remove");
		event("statement.issued", post, 1);
	}

	@Test
	void decisionWithNewerCaseIsNotReversed() {
		var post = reportedPost();
		var first = casePath(post);
		decide(post, this.mod, "hide");
		this.forum.publish("report.filed", post);
		event("case.opened", post, 2);
		assertRefused(reverse(this.mod, first), 409, "case.newer-case");
		var second = "/admin/cases/" + event("case.opened", post, 2).at("/data/caseId").asString();
		this.client.post(this.mod, second + "/decide", Map.of("decision", "remove"));
		assertRefused(reverse(this.mod, first), 409, "case.newer-case");
		assertThat(reverse(this.mod, second).status()).isEqualTo(200);
		assertThat(reverse(this.mod, first).status()).isEqualTo(200);
		assertThat(event("case.reversed", post, 2).at("/data/decision").asString()).isEqualTo("hide");
	}

	@Test
	void appealFollowsMovedThread() {
		var category = Ids.next();
		var local = TestUser.with();
		openCategory(category, "anyone", local.id());
		var post = reportedPost();
		decide(post, this.mod, "remove");
		appeal(this.bob, path(event("statement.issued", post, 1)));
		var appeal = "/admin/appeals/" + event("appeal.filed", post, 1).at("/data/appealId").asString();
		assertRefused(this.client.get(local, appeal), 404, "appeal.not-found");
		this.forum.moveThread("thread.moved", post, category, 3);
		eventually().untilAsserted(() -> assertThat(this.client.get(local, appeal).status()).isEqualTo(200));
		assertThat(this.client.get(local, "/admin/appeals").data()).hasSize(1);
		assertThat(answer(local, appeal, "overturn").status()).isEqualTo(200);
		assertThat(event("case.reversed", post, 1).at("/data/authority").asString()).isEqualTo("user");
	}

	@Test
	void repeatedRequestFilesOneAppeal() {
		var post = reportedPost();
		decide(post, this.mod, "remove");
		var path = path(event("statement.issued", post, 1)) + "/appeal";
		var body = Map.of("text", "I quoted it.");
		var first = this.client.post(this.bob, path, body, "Idempotency-Key", "a-key");
		var again = this.client.post(this.bob, path, body, "Idempotency-Key", "a-key");
		assertThat(first.status()).isEqualTo(201);
		assertThat(again.status()).isEqualTo(201);
		assertThat(again.data()).isEqualTo(first.data());
		event("appeal.filed", post, 1);
	}

	private Post reportedPost() {
		var post = this.forum.createReportedPost(this.bob, FakeForum.GARDENING);
		event("case.opened", post, 1);
		return post;
	}

	private void decide(Post post, TestUser by, String decision) {
		var reply = this.client.post(by, casePath(post) + "/decide", Map.of("decision", decision, "note", "Because."));
		assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
	}

	private TestResponse reverse(TestUser by, String path) {
		return this.client.post(by, path + "/reverse", Map.of("note", "A mistake."));
	}

	private TestResponse appeal(TestUser by, String path) {
		return this.client.post(by, path + "/appeal", Map.of("text", "I quoted it."));
	}

	private TestResponse answer(TestUser by, String path, String outcome) {
		return this.client.post(by, path + "/decide", Map.of("outcome", outcome, "note", "Because."));
	}

	private String casePath(Post post) {
		return "/admin/cases/" + event("case.opened", post, 1).at("/data/caseId").asString();
	}

	private static String path(JsonNode issued) {
		return STATEMENTS + "/" + issued.at("/data/statementId").asString();
	}

	/** Waits for the nth event of a post. */
	private JsonNode event(String type, Post post, int count) {
		eventually()
			.untilAsserted(() -> assertThat(this.forum.published(type, post)).hasSizeGreaterThanOrEqualTo(count));
		return this.forum.published(type, post).get(count - 1);
	}

	/** Returns the author's only statement. */
	private JsonNode only() {
		var found = this.client.get(this.bob, STATEMENTS).data();
		assertThat(found).hasSize(1);
		return found.path(0);
	}

	private List<String> statuses() {
		return this.client.get(this.bob, STATEMENTS)
			.data()
			.valueStream()
			.map((item) -> item.path("status").asString())
			.toList();
	}

	private static void assertRefused(TestResponse reply, int status, String code) {
		assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
		assertThat(reply.code()).isEqualTo(code);
	}

}
