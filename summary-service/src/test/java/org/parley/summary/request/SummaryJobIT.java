package org.parley.summary.request;

import java.util.List;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.parley.platform.test.TestTokens;
import org.parley.platform.web.Ids;
import org.parley.summary.Reply;
import org.parley.summary.SummaryIT;
import org.parley.summary.TestUser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.summary.TestUser.GUEST;

/** From the question to the answer, and what becomes of it. */
class SummaryJobIT extends SummaryIT {

	private static final String OPENING = "Which tomatoes ripen on a balcony that faces north?";

	private static final String ANSWER = "Stupice tomatoes ripen on a cold balcony, too.";

	private final TestUser alice = TestUser.with();

	private final TestUser bob = TestUser.with();

	@Test
	void aSummaryIsAskedForAndCitesItsPosts() {
		var thread = this.forum.thread(this.forum.category("anyone"), OPENING);
		this.forum.reply(thread, 2, ANSWER);
		settle();
		var asked = this.client.ask(this.alice, thread);
		assertThat(asked.status()).as(asked.toString()).isEqualTo(202);
		assertThat(asked.data().path("status").asString()).isEqualTo("pending");
		assertThat(asked.header("Location")).isEqualTo("/api/v1/threads/" + thread + "/summary");
		var ready = ready(thread);
		assertThat(ready.data().path("engine").asString()).isEqualTo("extractive");
		assertThat(ready.data().path("coveredThrough").asInt()).isEqualTo(2);
		assertThat(ready.data().path("text").asString()).contains(OPENING);
		assertThat(ready.data().at("/sentences/0/posts").values()).extracting((post) -> post.asInt())
			.containsExactly(1);
		assertThat(ready.data().path("createdAt").asString()).endsWith("Z");
	}

	@Test
	void whatIsFreshIsGivenAtOnceAndWhatIsNotIsMadeAnew() {
		var thread = summarized();
		var again = this.client.ask(this.bob, thread);
		assertThat(again.status()).isEqualTo(200);
		assertThat(again.data().path("status").asString()).isEqualTo("ready");
		this.forum.reply(thread, 3, "Mine is a Glacier, which needs hardly any sun.");
		settle();
		var anew = this.client.ask(this.bob, thread);
		assertThat(anew.status()).isEqualTo(202);
		assertThat(anew.data().path("coveredThrough").asInt()).as("the old one, meanwhile").isEqualTo(2);
		soon().until(() -> this.client.read(GUEST, thread).data().path("coveredThrough").asInt() == 3);
	}

	@Test
	void whatWentToAnotherThreadIsSummedUpThereAndNoMoreWhereItWas() {
		var category = this.forum.category("anyone");
		var thread = this.forum.thread(category, OPENING);
		var reply = this.forum.reply(thread, 2, ANSWER);
		var held = this.forum.reply(thread, 3, "Not for everybody, this is.");
		settle();
		this.client.ask(this.alice, thread);
		ready(thread);
		var made = this.forum.split(category);
		this.forum.move(reply, thread, 2, made, 1, ANSWER);
		this.forum.move(held, thread, 3, made, 2, null);
		settle();
		soon().until(() -> this.client.read(GUEST, thread).status() == 404);
		this.client.ask(this.alice, made);
		var there = ready(made);
		assertThat(there.data().path("text").asString()).contains("Stupice").doesNotContain("Not for everybody");
		assertThat(there.data().path("coveredThrough").asInt()).isOne();
		this.forum.tellLate(reply, thread, 2, "What it said before", 0);
		settle();
		assertThat(this.client.read(GUEST, made).data().path("text").asString()).contains("Stupice");
	}

	@Test
	void aThreadThatIsPartOfAnotherHasNoSummary() {
		var category = this.forum.category("anyone");
		var thread = this.forum.oldThread(category, OPENING);
		settle();
		this.client.ask(this.alice, thread);
		ready(thread);
		this.forum.tellThread("thread.merged", thread, "removed");
		soon().until(() -> this.client.read(GUEST, thread).status() == 404);
		assertThat(this.client.ask(this.alice, thread).code()).isEqualTo("thread.not-found");
	}

	@Test
	void anUnchangedSummaryIsNotSentTwice() {
		var thread = summarized();
		var tag = ready(thread).header("ETag");
		assertThat(tag).isNotEmpty();
		assertThat(this.client.read(GUEST, thread, "If-None-Match", tag).status()).isEqualTo(304);
	}

	@Test
	void theSameKeyReplaysTheAnswer() {
		var thread = summarized();
		this.forum.reply(thread, 3, "Mine is a Glacier, which needs hardly any sun.");
		settle();
		var key = Ids.next();
		var first = this.client.ask(this.alice, thread, "Idempotency-Key", key);
		assertThat(first.status()).as(first.toString()).isEqualTo(202);
		soon().until(() -> this.client.read(GUEST, thread).data().path("coveredThrough").asInt() == 3);
		var second = this.client.ask(this.alice, thread, "Idempotency-Key", key);
		assertThat(second.status()).isEqualTo(202);
		assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
		assertThat(second.header("Location")).isEqualTo(first.header("Location"));
	}

	@Test
	void aRemovedPostTakesTheSummaryWithIt() {
		var thread = this.forum.thread(this.forum.category("anyone"), OPENING);
		var post = this.forum.reply(thread, 2, ANSWER);
		summarize(thread);
		assertThat(ready(thread).data().path("text").asString()).contains("Stupice");
		this.forum.remove(post, thread, 2);
		gone(thread);
		assertThat(this.mongo.findById(thread, Document.class, "summaries")).isNull();
		assertThat(this.mongo.findById(post, Document.class, "posts")).containsEntry("text", null);
		summarize(thread);
		assertThat(ready(thread).data().path("text").asString()).doesNotContain("Stupice");
	}

	@Test
	void aPostThatIsHeldTakesTheSummaryWithItAndComesBackWhenReleased() {
		var thread = this.forum.thread(this.forum.category("anyone"), OPENING);
		var post = this.forum.reply(thread, 2, ANSWER);
		summarize(thread);
		this.forum.moderate(post, thread, 2, "held", null);
		gone(thread);
		this.forum.moderate(post, thread, 2, "active", ANSWER);
		settle();
		summarize(thread);
		assertThat(ready(thread).data().path("text").asString()).contains("Stupice");
	}

	@Test
	void aPostThatWasCheckedLeavesTheSummaryAsItIs() {
		var thread = this.forum.thread(this.forum.category("anyone"), OPENING);
		var post = this.forum.reply(thread, 2, ANSWER);
		summarize(thread);
		this.forum.moderate(post, thread, 2, "flagged", ANSWER);
		settle();
		assertThat(this.client.read(GUEST, thread).data().path("status").asString()).isEqualTo("ready");
	}

	@Test
	void anEditedPostTakesTheSummaryWithIt() {
		var thread = this.forum.thread(this.forum.category("anyone"), OPENING);
		var post = this.forum.reply(thread, 2, ANSWER);
		summarize(thread);
		this.forum.edit(post, thread, 2, "I was wrong, nothing ripens there.");
		gone(thread);
		this.forum.tellLate(post, thread, 2, ANSWER, 0);
		settle();
		summarize(thread);
		assertThat(ready(thread).data().path("text").asString()).contains("I was wrong").doesNotContain("Stupice");
	}

	@Test
	void aHiddenOrRemovedThreadHasNoSummaryForAnybody() {
		var admin = TestUser.with("admin");
		for (var step : List.of("thread.hidden hidden", "thread.removed removed")) {
			var thread = this.forum.oldThread(this.forum.category("anyone"), OPENING);
			this.forum.reply(thread, 2, ANSWER);
			summarize(thread);
			this.forum.tellThread(step.split(" ", -1)[0], thread, step.split(" ", -1)[1]);
			soon().untilAsserted(() -> refused(this.client.read(admin, thread), 404, "thread.not-found"));
			refused(this.client.ask(admin, thread), 404, "thread.not-found");
			this.forum.tellThread("thread.restored", thread, "open");
			soon().untilAsserted(() -> refused(this.client.read(GUEST, thread), 404, "summary.none"));
		}
	}

	@Test
	void aCategoryDecidesWhoReads() {
		var category = this.forum.category("moderator");
		var thread = this.forum.oldThread(category, OPENING);
		settle();
		var moderator = TestUser.with("moderator");
		assertThat(this.client.ask(moderator, thread).status()).isEqualTo(202);
		soon().until(() -> this.client.read(moderator, thread).data().path("status").asString().equals("ready"));
		refused(this.client.read(this.alice, thread), 404, "thread.not-found");
		refused(this.client.ask(this.alice, thread), 404, "thread.not-found");
		refused(this.client.read(GUEST, thread), 404, "thread.not-found");
		this.forum.tellCategory("category.changed", category, "user");
		soon().until(() -> this.client.read(this.alice, thread).status() == 200);
		refused(this.client.read(GUEST, thread), 404, "thread.not-found");
		this.forum.tellCategory("category.changed", category, "anyone");
		soon().until(() -> this.client.read(GUEST, thread).status() == 200);
		this.forum.removeCategory(category);
		this.forum.tellCategory("category.changed", category, "anyone");
		settle();
		refused(this.client.read(GUEST, thread), 404, "thread.not-found");
	}

	@Test
	void guestsDoNotAskAndTokensSayWhatTheyMayBeUsedFor() {
		var thread = this.forum.thread(this.forum.category("anyone"), OPENING);
		settle();
		refused(this.client.ask(GUEST, thread), 401, "auth.required");
		var reading = TestTokens.claims(this.alice.id(), "alice").claim("scope", "threads:read").sign();
		refused(this.client.ask(new TestUser(this.alice.id(), "alice", reading), thread), 403, "auth.scope-missing");
		var writing = TestTokens.claims(this.alice.id(), "alice").claim("scope", "threads:write").sign();
		refused(this.client.read(new TestUser(this.alice.id(), "alice", writing), thread), 403, "auth.scope-missing");
		refused(this.client.read(new TestUser(this.alice.id(), "alice", reading), thread), 404, "summary.none");
		refused(this.client.read(GUEST, thread), 404, "summary.none");
		refused(this.client.call(this.alice, "DELETE", thread + "/summary"), 405, "request.method-not-allowed");
	}

	@Test
	void whatIsNoThreadIsNotFound() {
		for (var id : List.of("nonsense", "01KAG3A1B2C3D4E5F6G7H8J9K0", "x".repeat(300))) {
			refused(this.client.ask(this.alice, id), 404, "thread.not-found");
			refused(this.client.read(GUEST, id), 404, "thread.not-found");
		}
	}

	@Test
	void aLivelyThreadIsSummedUpWithoutAnybodyAsking() {
		var thread = this.forum.thread(this.forum.category("anyone"), OPENING);
		for (int number = 2; number <= 20; number++) {
			this.forum.reply(thread, number, "Tomato number " + number + " ripens in shade.");
		}
		ready(thread);
		assertThat(this.client.read(GUEST, thread).data().path("sentences").size()).isBetween(1, 6);
		for (int number = 21; number <= 30; number++) {
			this.forum.reply(thread, number, "Tomato number " + number + " ripens in shade.");
		}
		soon().until(() -> this.client.read(GUEST, thread).data().path("coveredThrough").asInt() >= 26);
	}

	@Test
	void aThreadOfWhichNothingCanBeReadFails() {
		var thread = this.forum.thread(this.forum.category("anyone"), OPENING);
		this.forum.moderate(this.forum.firstOf(thread), thread, 1, "held", null);
		settle();
		assertThat(this.client.ask(this.alice, thread).status()).isEqualTo(202);
		soon().until(() -> this.client.read(GUEST, thread).data().path("status").asString().equals("failed"));
	}

	private String summarized() {
		var thread = this.forum.thread(this.forum.category("anyone"), OPENING);
		this.forum.reply(thread, 2, ANSWER);
		summarize(thread);
		return thread;
	}

	private void summarize(String thread) {
		settle();
		assertThat(this.client.ask(this.alice, thread).status()).isEqualTo(202);
		ready(thread);
	}

	private Reply ready(String thread) {
		soon().until(() -> this.client.read(GUEST, thread).data().path("status").asString().equals("ready"));
		return this.client.read(GUEST, thread);
	}

	private void gone(String thread) {
		soon().untilAsserted(() -> refused(this.client.read(GUEST, thread), 404, "summary.none"));
	}

	private static void refused(Reply reply, int status, String code) {
		assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
		assertThat(reply.code()).isEqualTo(code);
	}

}
