package org.parley.moderation.cases;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.moderation.ModerationIT;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;

import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests of the life of a case, from opening to decision. */
class CaseIT extends ModerationIT {

	private final TestUser bob = TestUser.with();

	private final TestUser mod = TestUser.with("moderator");

	private final TestUser other = TestUser.with("moderator");

	private final TestUser admin = TestUser.with("admin");

	@Test
	void claimedCaseIsDecidedOnce() {
		var post = this.forum.reply(this.bob, "flagmeplease, said the *hatter*");
		var path = path(post);
		var seen = this.client.get(this.mod, path);
		assertThat(seen.data().path("status").asString()).isEqualTo("open");
		assertThat(seen.data().path("content").asString()).contains("*hatter*");
		assertThat(seen.data().at("/post/author/id").asString()).isEqualTo(this.bob.id());
		var claimed = this.client.post(this.mod, path + "/claim", null, "If-Match", seen.header("ETag"));
		assertThat(claimed.data().at("/claimedBy/id").asString()).isEqualTo(this.mod.id());
		assertRefused(this.client.post(this.other, path + "/claim", null), 409, "case.claimed");
		assertRefused(this.client.post(this.other, path + "/decide", decision("dismiss")), 409, "case.claimed");
		assertRefused(this.client.post(this.other, path + "/release", null), 409, "case.claimed");
		assertThat(this.client.post(this.mod, path + "/claim", null).status()).isEqualTo(200);
		assertRefused(this.client.post(this.mod, path + "/decide", decision("edit")), 400, "request.invalid");
		assertRefused(this.client.post(this.mod, path + "/decide", decision("remove"), "If-Match", seen.header("ETag")),
				412, "request.precondition-failed");
		var decided = this.client.post(this.mod, path + "/decide",
				Map.of("decision", "remove", "note", "Advertising."));
		assertThat(decided.data().path("status").asString()).isEqualTo("decided");
		assertThat(decided.data().path("note").asString()).isEqualTo("Advertising.");
		assertRefused(this.client.post(this.other, path + "/decide", decision("dismiss")), 409, "case.decided");
		assertRefused(this.client.post(this.mod, path + "/claim", null), 409, "case.decided");
		assertRefused(this.client.post(this.mod, path + "/release", null), 409, "case.decided");
		eventually().untilAsserted(() -> assertThat(this.forum.published("case.decided", post)).hasSize(1));
		var event = this.forum.published("case.decided", post).getFirst();
		assertThat(event.at("/data/decision").asString()).isEqualTo("remove");
		assertThat(event.at("/data/by/id").asString()).isEqualTo(this.mod.id());
		assertThat(event.at("/data/contentVersion").asInt()).isZero();
	}

	@Test
	void caseFollowsMovedPost() {
		var post = this.forum.reply(this.bob, "flagmeplease");
		var path = path(post);
		var there = Ids.next();
		this.forum.move(post, there, 9, 5);
		eventually().untilAsserted(() -> {
			var seen = this.client.get(this.mod, path).data();
			assertThat(seen.at("/thread/id").asString()).isEqualTo(there);
			assertThat(seen.at("/post/number").asInt()).isEqualTo(9);
			assertThat(seen.path("content").asString()).isEqualTo("flagmeplease");
		});
		this.forum.move(post, Ids.next(), 3, 4);
		this.forum.publish("thread.removed", post);
		this.client.post(this.mod, path + "/decide", decision("remove"));
		eventually().untilAsserted(() -> assertThat(this.forum.published("case.decided", post)).hasSize(1));
		assertThat(this.forum.published("case.decided", post).getFirst().at("/data/thread/id").asString())
			.isEqualTo(there);
	}

	@Test
	void concurrentDecisionsLeaveOneWinner() throws Exception {
		for (int round = 0; round < 10; round++) {
			var post = this.forum.reply(this.bob, "flagmeplease");
			var path = path(post);
			List<Callable<TestResponse>> both = List.of(
					() -> this.client.post(this.mod, path + "/decide", decision("remove")),
					() -> this.client.post(this.other, path + "/decide", decision("dismiss")));
			try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
				var answers = threads.invokeAll(both).stream().map((answer) -> answer.resultNow().status()).toList();
				assertThat(answers).containsExactlyInAnyOrder(200, 409);
			}
			eventually().untilAsserted(() -> assertThat(this.forum.published("case.decided", post)).hasSize(1));
		}
	}

	@Test
	void editExtendsOrWithdrawsOpenCase() {
		var post = this.forum.reply(this.bob, "flagmeplease");
		var path = path(post);
		var worse = post.edited("flagmeplease and kys");
		this.forum.publish("post.edited", worse);
		eventually().untilAsserted(
				() -> assertThat(this.client.get(this.mod, path).data().path("verdict").asString()).isEqualTo("held"));
		assertThat(this.forum.published("case.opened", post)).hasSize(1);
		this.forum.publish("post.edited", worse.edited("Sorry."));
		awaitWithdrawal(path, "edited");
		eventually().untilAsserted(() -> assertThat(this.forum.published("case.withdrawn", post)).hasSize(1));
		assertRefused(this.client.post(this.mod, path + "/decide", decision("remove")), 409, "case.withdrawn");
	}

	@Test
	void reportOpensCase() {
		var post = this.forum.reply(this.bob, "An acceptable text");
		this.forum.publish("report.filed", post);
		eventually().untilAsserted(() -> assertThat(this.forum.published("case.opened", post)).hasSize(1));
		var opened = this.forum.published("case.opened", post).getFirst();
		assertThat(opened.at("/data/source").asString()).isEqualTo("report");
		assertThat(opened.at("/data/reasons/0").asString()).isEqualTo("report/spam");
		var seen = this.client.get(this.mod, "/admin/cases/" + opened.at("/data/caseId").asString());
		assertThat(seen.data().path("source").asString()).isEqualTo("report");
		assertThat(seen.data().path("content").asString()).isEqualTo(post.content());
		assertThat(seen.data().path("verdict").isNull()).isTrue();
	}

	@Test
	void moderatorsDecideAboutTextAfterCleanEdit() {
		var post = this.forum.reply(this.bob, "An acceptable text");
		this.forum.publish("report.filed", post);
		var path = path(post);
		var seen = this.client.get(this.mod, path);
		this.forum.publish("post.edited", post.edited("Another insult"));
		eventually().untilAsserted(() -> assertThat(this.client.get(this.mod, path).data().path("content").asString())
			.isEqualTo("Another insult"));
		assertThat(this.client.get(this.mod, path).data().path("firstContent").asString())
			.isEqualTo("An acceptable text");
		this.forum.publish("post.edited", post);
		var edit = Map.of("decision", "edit", "text", "Kind words");
		assertRefused(this.client.post(this.mod, path + "/decide", edit, "If-Match", seen.header("ETag")), 412,
				"request.precondition-failed");
		assertThat(this.client.post(this.mod, path + "/decide", edit).data().path("contentVersion").asInt()).isOne();
		eventually().untilAsserted(() -> assertThat(this.forum.published("case.decided", post)).hasSize(1));
		assertThat(this.forum.published("case.decided", post).getFirst().at("/data/contentVersion").asInt()).isOne();
	}

	@Test
	void moderatorsSeeTitleAfterCleanEdit() {
		var post = this.forum.startThread(this.bob, "Tomatoes", "Which ripen in shade?");
		this.forum.publish("report.filed", post);
		var path = path(post);
		this.forum.renameThread(post, "Peppers", 1);
		eventually()
			.untilAsserted(() -> assertThat(this.client.get(this.mod, path).data().at("/thread/title").asString())
				.isEqualTo("Peppers"));
		assertThat(this.client.get(this.mod, path).data().path("firstTitle").asString())
			.isEqualTo("Which tomatoes for a north-facing balcony?");
	}

	/** A case of an earlier release has no tags, or an edit without its first title. */
	@ParameterizedTest
	@ValueSource(strings = { "grounds.thread.tags", "firstTitle" })
	void laterTitleAndTagsAreNotThoseWithWhichTheCaseBegan(String missing) {
		var post = this.forum.startThread(this.bob, "Tomatoes", "Which ripen in shade?");
		this.forum.publish("report.filed", post);
		var path = path(post);
		var query = new Query(Criteria.where("grounds.post._id").is(post.id()));
		var earlier = new Update().unset(missing);
		this.mongo.updateFirst(query, missing.equals("firstTitle") ? earlier.set("firstText", post.content()) : earlier,
				ModerationCase.class);
		for (int version = 1; version <= 2; version++) {
			this.forum.tagThread(post, "Peppers " + version, List.of("tag" + version), version);
		}
		eventually()
			.untilAsserted(() -> assertThat(this.client.get(this.mod, path).data().at("/thread/title").asString())
				.isEqualTo("Peppers 2"));
		var seen = this.client.get(this.mod, path).data();
		assertThat(seen.path("firstTags").isNull()).isTrue();
		assertThat(seen.path("firstTitle").asString(null))
			.isEqualTo(missing.equals("firstTitle") ? null : "Which tomatoes for a north-facing balcony?");
		assertThat(seen.path("firstContent").asString()).isEqualTo(post.content());
	}

	@Test
	void reportKeepsOpenCaseAfterCleanEdit() {
		var post = this.forum.reply(this.bob, "flagmeplease");
		var path = path(post);
		this.forum.publish("report.filed", post);
		eventually().untilAsserted(
				() -> assertThat(this.client.get(this.mod, path).data().path("source").asString()).isEqualTo("report"));
		assertThat(this.forum.published("case.opened", post)).hasSize(1);
		var worse = post.edited("flagmeplease and kys");
		this.forum.publish("post.edited", worse);
		eventually().untilAsserted(
				() -> assertThat(this.client.get(this.mod, path).data().path("verdict").asString()).isEqualTo("held"));
		assertThat(this.client.get(this.mod, path).data().path("reasons").toString()).contains("report/spam");
		var sorry = worse.edited("Sorry.");
		this.forum.publish("post.edited", sorry);
		eventually().untilAsserted(() -> assertThat(this.forum.published("moderation.verdict", post)).hasSize(3));
		assertThat(this.client.get(this.mod, path).data().path("status").asString()).isEqualTo("open");
	}

	@Test
	void removedPostWithdrawsCaseUntilRestored() {
		var post = this.forum.reply(this.bob, "flagmeplease");
		var path = path(post);
		var removed = post.edited(post.content());
		this.forum.publish("post.removed", removed);
		awaitStatus(path, "withdrawn");
		eventually().untilAsserted(() -> assertThat(this.forum.published("case.withdrawn", post)).hasSize(1));
		this.forum.restore(removed.edited(post.content()), this.mod);
		awaitStatus(path, "open");
		eventually().untilAsserted(() -> assertThat(this.forum.published("case.opened", post)).hasSize(2));
	}

	@Test
	void removedThreadWithdrawsCaseUntilRestored() {
		var post = this.forum.reply(this.bob, "flagmeplease");
		var path = path(post);
		this.forum.publish("thread.removed", post);
		awaitStatus(path, "withdrawn");
		this.forum.publish("thread.restored", post.edited(post.content()));
		awaitStatus(path, "open");
	}

	@Test
	void restoredThreadReopensNoCaseOfPostThatWasRemovedMeanwhile() {
		var post = this.forum.reply(this.bob, "flagmeplease");
		var path = path(post);
		this.forum.publish("thread.removed", post);
		awaitWithdrawal(path, "thread-removed");
		var removed = post.edited(post.content());
		this.forum.publish("post.removed", removed);
		awaitWithdrawal(path, "post-removed");
		this.forum.publish("thread.restored", removed);
		this.forum.restore(removed.edited(post.content()), this.mod);
		awaitStatus(path, "open");
	}

	@Test
	void removalThatArrivesAfterTheRestorationHasNoEffect() {
		var post = this.forum.reply(this.bob, "flagmeplease");
		var path = path(post);
		var removed = post.edited(post.content());
		var restored = removed.edited(post.content());
		this.forum.restore(restored, this.mod);
		this.forum.publish("post.removed", removed);
		this.forum.publish("thread.restored", restored);
		this.forum.publish("thread.removed", removed);
		var removedAgain = restored.edited(post.content());
		this.forum.publish("report.filed", removedAgain);
		eventually().untilAsserted(
				() -> assertThat(this.client.get(this.mod, path).data().path("source").asString()).isEqualTo("report"));
		assertThat(this.client.get(this.mod, path).data().path("status").asString()).isEqualTo("open");
		this.forum.publish("thread.removed", removedAgain);
		awaitStatus(path, "withdrawn");
	}

	@Test
	void casesAndIncidentsAreListedNewestFirst() {
		var first = id(path(this.forum.reply(this.bob, "flagmeplease " + "x".repeat(1_000))));
		var second = id(path(this.forum.reply(this.bob, "flagmeplease")));
		var page = this.client.get(this.mod, "/admin/cases?status=open&limit=1");
		assertThat(page.data().path(0).path("id").asString()).isEqualTo(second);
		var next = this.client.get(this.mod,
				"/admin/cases?status=open&limit=1&cursor=" + page.body().at("/meta/pagination/next").asString());
		assertThat(next.data().path(0).path("id").asString()).isEqualTo(first);
		assertThat(next.data().path(0).path("content").asString()).hasSize(500);
		var back = this.client.get(this.mod,
				"/admin/cases?status=open&limit=1&cursor=" + next.body().at("/meta/pagination/prev").asString());
		assertThat(back.data().path(0).path("id").asString()).isEqualTo(second);
		assertThat(this.client.get(this.mod, "/admin/cases").status()).isEqualTo(200);
		var incidents = this.client.get(this.mod, "/admin/incidents?limit=2");
		assertThat(incidents.data().path(0).path("caseId").asString()).isEqualTo(second);
		assertThat(incidents.data().path(1).path("caseId").asString()).isEqualTo(first);
		var policy = this.client.get(this.admin, "/admin/moderation-service/policy");
		assertThat(policy.data().at("/terms/rules/0/when/words").toString()).contains("flagmeplease");
	}

	private void awaitWithdrawal(String path, String reason) {
		eventually().untilAsserted(() -> assertThat(this.client.get(this.mod, path).data().path("withdrawn").asString())
			.isEqualTo(reason));
	}

	private void awaitStatus(String path, String status) {
		eventually().untilAsserted(
				() -> assertThat(this.client.get(this.mod, path).data().path("status").asString()).isEqualTo(status));
	}

	private static String id(String path) {
		return path.substring(path.lastIndexOf('/') + 1);
	}

	private static void assertRefused(TestResponse reply, int status, String code) {
		assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
		assertThat(reply.code()).isEqualTo(code);
	}

	private static Map<String, Object> decision(String decision) {
		return Map.of("decision", decision);
	}

}
