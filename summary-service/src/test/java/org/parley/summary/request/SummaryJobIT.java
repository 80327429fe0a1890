package org.parley.summary.request;

import java.util.List;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestTokens;
import org.parley.platform.test.client.TestUser;
import org.parley.summary.SummaryIT;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.platform.test.client.TestUser.GUEST;

/** Tests of summaries from request to withdrawal. */
class SummaryJobIT extends SummaryIT {

	private static final String OPENING = "Which tomatoes ripen on a balcony that faces north?";

	private static final String ANSWER = "Stupice tomatoes ripen on a cold balcony, too.";

	private final TestUser alice = TestUser.with();

	private final TestUser bob = TestUser.with();

	@Test
	void requestedSummaryCitesItsPosts() {
		var thread = this.forum.thread(this.forum.category("anyone"), OPENING);
		this.forum.reply(thread, 2, ANSWER);
		awaitEventsHandled();
		var response = this.client.request(this.alice, thread);
		assertThat(response.status()).as(response.toString()).isEqualTo(202);
		assertThat(response.data().path("status").asString()).isEqualTo("pending");
		assertThat(response.header("Location")).isEqualTo("/api/v1/threads/" + thread + "/summary");
		var ready = awaitReady(thread);
		assertThat(ready.data().path("engine").asString()).isEqualTo("extractive");
		assertThat(ready.data().path("coveredThrough").asInt()).isEqualTo(2);
		assertThat(ready.data().path("text").asString()).contains(OPENING);
		assertThat(ready.data().at("/sentences/0/posts").values()).extracting((post) -> post.asInt())
			.containsExactly(1);
		assertThat(ready.data().path("createdAt").asString()).endsWith("Z");
	}

	@Test
	void freshSummaryIsReturnedAndStaleSummaryRenewed() {
		var thread = summarized();
		var again = this.client.request(this.bob, thread);
		assertThat(again.status()).isEqualTo(200);
		assertThat(again.data().path("status").asString()).isEqualTo("ready");
		this.forum.reply(thread, 3, "Mine is a Glacier, which needs hardly any sun.");
		awaitEventsHandled();
		var renewed = this.client.request(this.bob, thread);
		assertThat(renewed.status()).isEqualTo(202);
		assertThat(renewed.data().path("coveredThrough").asInt()).as("previous summary").isEqualTo(2);
		eventually().until(() -> this.client.read(GUEST, thread).data().path("coveredThrough").asInt() == 3);
	}

	@Test
	void movedPostIsSummarizedInNewThreadOnly() {
		var category = this.forum.category("anyone");
		var thread = this.forum.thread(category, OPENING);
		var reply = this.forum.reply(thread, 2, ANSWER);
		var held = this.forum.reply(thread, 3, "Not for everybody, this is.");
		awaitEventsHandled();
		this.client.request(this.alice, thread);
		awaitReady(thread);
		var made = this.forum.split(category);
		this.forum.move(reply, thread, 2, made, 1, ANSWER);
		this.forum.move(held, thread, 3, made, 2, null);
		awaitEventsHandled();
		eventually().until(() -> this.client.read(GUEST, thread).status() == 404);
		this.client.request(this.alice, made);
		var there = awaitReady(made);
		assertThat(there.data().path("text").asString()).contains("Stupice").doesNotContain("Not for everybody");
		assertThat(there.data().path("coveredThrough").asInt()).isOne();
		this.forum.publishLateEdit(reply, thread, 2, "What it said before", 0);
		awaitEventsHandled();
		assertThat(this.client.read(GUEST, made).data().path("text").asString()).contains("Stupice");
	}

	@Test
	void mergedThreadHasNoSummary() {
		var category = this.forum.category("anyone");
		var thread = this.forum.oldThread(category, OPENING);
		awaitEventsHandled();
		this.client.request(this.alice, thread);
		awaitReady(thread);
		this.forum.publishThread("thread.merged", thread, "removed");
		eventually().until(() -> this.client.read(GUEST, thread).status() == 404);
		assertThat(this.client.request(this.alice, thread).code()).isEqualTo("thread.not-found");
	}

	@Test
	void unchangedSummaryIsNotModified() {
		var thread = summarized();
		var tag = awaitReady(thread).header("ETag");
		assertThat(tag).isNotEmpty();
		assertThat(this.client.read(GUEST, thread, "If-None-Match", tag).status()).isEqualTo(304);
	}

	@Test
	void repeatedIdempotencyKeyReplaysResponse() {
		var thread = summarized();
		this.forum.reply(thread, 3, "Mine is a Glacier, which needs hardly any sun.");
		awaitEventsHandled();
		var key = Ids.next();
		var first = this.client.request(this.alice, thread, "Idempotency-Key", key);
		assertThat(first.status()).as(first.toString()).isEqualTo(202);
		eventually().until(() -> this.client.read(GUEST, thread).data().path("coveredThrough").asInt() == 3);
		var second = this.client.request(this.alice, thread, "Idempotency-Key", key);
		assertThat(second.status()).isEqualTo(202);
		assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
		assertThat(second.header("Location")).isEqualTo(first.header("Location"));
	}

	@Test
	void removedPostDeletesSummary() {
		var thread = this.forum.thread(this.forum.category("anyone"), OPENING);
		var post = this.forum.reply(thread, 2, ANSWER);
		summarize(thread);
		assertThat(awaitReady(thread).data().path("text").asString()).contains("Stupice");
		this.forum.remove(post, thread, 2);
		awaitDeleted(thread);
		eventually().until(() -> this.mongo.findById(thread, Document.class, "summaries") == null);
		assertThat(this.mongo.findById(post, Document.class, "posts")).doesNotContainKeys("text", "print");
		summarize(thread);
		assertThat(awaitReady(thread).data().path("text").asString()).doesNotContain("Stupice");
	}

	@Test
	void heldPostDeletesSummaryUntilReleased() {
		var thread = this.forum.thread(this.forum.category("anyone"), OPENING);
		var post = this.forum.reply(thread, 2, ANSWER);
		summarize(thread);
		this.forum.moderate(post, thread, 2, "held", null);
		awaitDeleted(thread);
		this.forum.moderate(post, thread, 2, "active", ANSWER);
		awaitEventsHandled();
		summarize(thread);
		assertThat(awaitReady(thread).data().path("text").asString()).contains("Stupice");
	}

	@Test
	void flaggedPostKeepsSummary() {
		var thread = this.forum.thread(this.forum.category("anyone"), OPENING);
		var post = this.forum.reply(thread, 2, ANSWER);
		summarize(thread);
		this.forum.moderate(post, thread, 2, "flagged", ANSWER);
		awaitEventsHandled();
		assertThat(this.client.read(GUEST, thread).data().path("status").asString()).isEqualTo("ready");
	}

	@Test
	void editedPostDeletesSummary() {
		var thread = this.forum.thread(this.forum.category("anyone"), OPENING);
		var post = this.forum.reply(thread, 2, ANSWER);
		summarize(thread);
		this.forum.edit(post, thread, 2, "I was wrong, nothing ripens there.");
		awaitDeleted(thread);
		this.forum.publishLateEdit(post, thread, 2, ANSWER, 0);
		awaitEventsHandled();
		summarize(thread);
		assertThat(awaitReady(thread).data().path("text").asString()).contains("I was wrong").doesNotContain("Stupice");
	}

	@Test
	void hiddenOrRemovedThreadHasNoSummary() {
		var admin = TestUser.with("admin");
		for (var step : List.of("thread.hidden hidden", "thread.removed removed")) {
			var thread = this.forum.oldThread(this.forum.category("anyone"), OPENING);
			this.forum.reply(thread, 2, ANSWER);
			summarize(thread);
			this.forum.publishThread(step.split(" ", -1)[0], thread, step.split(" ", -1)[1]);
			eventually().untilAsserted(() -> assertRefused(this.client.read(admin, thread), 404, "thread.not-found"));
			assertRefused(this.client.request(admin, thread), 404, "thread.not-found");
			this.forum.publishThread("thread.restored", thread, "open");
			eventually().untilAsserted(() -> assertRefused(this.client.read(GUEST, thread), 404, "summary.none"));
		}
	}

	@Test
	void categoryReadersDecideSummaryAccess() {
		var category = this.forum.category("moderator");
		var thread = this.forum.oldThread(category, OPENING);
		awaitEventsHandled();
		var moderator = TestUser.with("moderator");
		assertThat(this.client.request(moderator, thread).status()).isEqualTo(202);
		eventually().until(() -> this.client.read(moderator, thread).data().path("status").asString().equals("ready"));
		assertRefused(this.client.read(this.alice, thread), 404, "thread.not-found");
		assertRefused(this.client.request(this.alice, thread), 404, "thread.not-found");
		assertRefused(this.client.read(GUEST, thread), 404, "thread.not-found");
		this.forum.publishCategory("category.changed", category, "user");
		eventually().until(() -> this.client.read(this.alice, thread).status() == 200);
		assertRefused(this.client.read(GUEST, thread), 404, "thread.not-found");
		this.forum.publishCategory("category.changed", category, "anyone");
		eventually().until(() -> this.client.read(GUEST, thread).status() == 200);
		this.forum.removeCategory(category);
		this.forum.publishCategory("category.changed", category, "anyone");
		awaitEventsHandled();
		assertRefused(this.client.read(GUEST, thread), 404, "thread.not-found");
	}

	@Test
	void requestRequiresUserAndScope() {
		var thread = this.forum.thread(this.forum.category("anyone"), OPENING);
		awaitEventsHandled();
		assertRefused(this.client.request(GUEST, thread), 401, "auth.required");
		var reading = TestTokens.claims(this.alice.id(), "alice").claim("scope", "threads:read").sign();
		assertRefused(this.client.request(new TestUser(this.alice.id(), "alice", reading), thread), 403,
				"auth.scope-missing");
		var writing = TestTokens.claims(this.alice.id(), "alice").claim("scope", "threads:write").sign();
		assertRefused(this.client.read(new TestUser(this.alice.id(), "alice", writing), thread), 403,
				"auth.scope-missing");
		assertRefused(this.client.read(new TestUser(this.alice.id(), "alice", reading), thread), 404, "summary.none");
		assertRefused(this.client.read(GUEST, thread), 404, "summary.none");
		assertRefused(this.client.delete(this.alice, "threads/" + thread + "/summary"), 405,
				"request.method-not-allowed");
	}

	@Test
	void malformedThreadIdIsNotFound() {
		for (var id : List.of("nonsense", "01KAG3A1B2C3D4E5F6G7H8J9K0", "x".repeat(300))) {
			assertRefused(this.client.request(this.alice, id), 404, "thread.not-found");
			assertRefused(this.client.read(GUEST, id), 404, "thread.not-found");
		}
	}

	@Test
	void activeThreadIsSummarizedWithoutRequest() {
		var thread = this.forum.thread(this.forum.category("anyone"), OPENING);
		for (int number = 2; number <= 20; number++) {
			this.forum.reply(thread, number, "Tomato number " + number + " ripens in shade.");
		}
		awaitReady(thread);
		assertThat(this.client.read(GUEST, thread).data().path("sentences").size()).isBetween(1, 6);
		for (int number = 21; number <= 30; number++) {
			this.forum.reply(thread, number, "Tomato number " + number + " ripens in shade.");
		}
		eventually().until(() -> this.client.read(GUEST, thread).data().path("coveredThrough").asInt() >= 26);
	}

	@Test
	void threadWithoutVisibleTextFails() {
		var thread = this.forum.thread(this.forum.category("anyone"), OPENING);
		this.forum.moderate(this.forum.firstPostOf(thread), thread, 1, "held", null);
		awaitEventsHandled();
		assertThat(this.client.request(this.alice, thread).status()).isEqualTo(202);
		assertThat(this.client.read(GUEST, thread).data().path("status").asString()).isEqualTo("pending");
		endWaitForPosts(thread);
		eventually().until(() -> this.client.read(GUEST, thread).data().path("status").asString().equals("failed"));
	}

	private String summarized() {
		var thread = this.forum.thread(this.forum.category("anyone"), OPENING);
		this.forum.reply(thread, 2, ANSWER);
		summarize(thread);
		return thread;
	}

	private void summarize(String thread) {
		awaitEventsHandled();
		assertThat(this.client.request(this.alice, thread).status()).isEqualTo(202);
		awaitReady(thread);
	}

	private TestResponse awaitReady(String thread) {
		eventually().until(() -> this.client.read(GUEST, thread).data().path("status").asString().equals("ready"));
		return this.client.read(GUEST, thread);
	}

	private void awaitDeleted(String thread) {
		eventually().untilAsserted(() -> assertRefused(this.client.read(GUEST, thread), 404, "summary.none"));
	}

	private static void assertRefused(TestResponse reply, int status, String code) {
		assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
		assertThat(reply.code()).isEqualTo(code);
	}

}
