package org.parley.summary.request;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;

import com.github.f4b6a3.ulid.Ulid;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.platform.domain.Ids;
import org.parley.summary.SummaryIT;

import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.platform.test.client.TestUser.GUEST;

/** Tests of requests for threads whose events have not arrived. */
class EarlyRequestIT extends SummaryIT {

	private static final String OPENING = "Which tomatoes ripen on a balcony that faces north?";

	private final TestUser alice = TestUser.with();

	private final TestUser bob = TestUser.with();

	@Test
	void earlyRequestIsAnsweredWhenThreadArrives() {
		var thread = Ids.next();
		var response = this.client.request(this.alice, thread);
		assertThat(response.status()).as(response.toString()).isEqualTo(202);
		assertThat(response.data().path("status").asString()).isEqualTo("pending");
		assertThat(response.header("Location")).isEqualTo("/api/v1/threads/" + thread + "/summary");
		assertPending(this.client.read(this.alice, thread));
		assertRefused(this.client.read(this.bob, thread), 404, "summary.none");
		assertRefused(this.client.read(GUEST, thread), 404, "summary.none");
		this.forum.thread(thread, this.forum.category("anyone"), OPENING);
		eventually().until(() -> status(this.client.read(this.alice, thread)).equals("ready"));
		assertThat(job(thread)).asString().contains(this.alice.id());
		eventually().until(() -> this.mongo.findById(this.alice.id(), Document.class, "early_requesters") == null);
	}

	@Test
	void requestStaysPendingWhenThreadArrives() {
		var thread = Ids.next();
		this.client.request(this.alice, thread);
		this.mongo.updateMulti(new Query(), Update.update("dueAt", Instant.now().plusSeconds(3_600)),
				"early_requesters");
		this.forum.thread(thread, this.forum.category("anyone"), OPENING);
		awaitEventsHandled();
		assertPending(this.client.read(this.alice, thread));
		assertRefused(this.client.read(this.bob, thread), 404, "summary.none");
	}

	@Test
	void threadInClosedCategoryIsSummarizedForItsReadersOnly() {
		var thread = Ids.next();
		var moderator = TestUser.with("moderator");
		for (var requester : List.of(this.alice, moderator)) {
			assertThat(this.client.request(requester, thread).status()).isEqualTo(202);
		}
		var category = this.forum.category("admin");
		this.forum.thread(thread, category, OPENING);
		awaitEventsHandled();
		var admin = TestUser.with("admin");
		assertThat(this.client.request(admin, thread).status()).isEqualTo(202);
		eventually().until(() -> status(this.client.read(admin, thread)).equals("ready"));
		assertThat(job(thread)).asString().contains(admin.id()).doesNotContain(this.alice.id(), moderator.id());
		for (var requester : List.of(this.alice, moderator)) {
			assertPending(this.client.read(requester, thread));
		}
		assertRefused(this.client.read(this.bob, thread), 404, "summary.none");
		assertRefused(this.client.read(GUEST, thread), 404, "summary.none");
		this.forum.publishCategory("category.changed", category, "moderator");
		eventually().until(() -> status(this.client.read(moderator, thread)).equals("ready"));
		assertPending(this.client.read(this.alice, thread));
	}

	@Test
	void unknownAndUnreadableThreadsGetSameResponse() {
		var hidden = this.forum.thread(this.forum.category("anyone"), OPENING);
		this.forum.publishThread("thread.hidden", hidden, "hidden");
		var closed = this.forum.thread(this.forum.category("moderator"), OPENING);
		var unknown = Ids.next();
		awaitEventsHandled();
		for (var thread : List.of(hidden, closed, unknown)) {
			assertRefused(this.client.read(this.alice, thread), 404, "summary.none");
			var response = this.client.request(this.alice, thread);
			assertThat(response.status()).as(response.toString()).isEqualTo(202);
			assertPending(response);
			assertPending(this.client.read(this.alice, thread));
		}
		assertThat(job(hidden)).isNull();
		assertThat(job(closed)).isNull();
	}

	@Test
	void requesterWithoutReadAccessSeesNothing() {
		var thread = Ids.next();
		this.client.request(this.alice, thread);
		var category = this.forum.category("user");
		this.forum.thread(thread, category, OPENING);
		eventually().until(() -> status(this.client.read(this.alice, thread)).equals("ready"));
		this.forum.publishCategory("category.changed", category, "moderator");
		eventually().untilAsserted(() -> assertRefused(this.client.read(this.alice, thread), 404, "summary.none"));
	}

	@Test
	void idThatCannotArriveIsNotFound() {
		var carol = TestUser.with();
		for (var at : List.of(Instant.now().plusSeconds(60), Instant.now().minusSeconds(3_600))) {
			var id = Ulid.min(at.toEpochMilli()).toString().substring(0, 10) + Ids.next().substring(10);
			assertRefused(this.client.request(carol, id), 404, "thread.not-found");
			assertRefused(this.client.read(carol, id), 404, "thread.not-found");
		}
		assertThat(this.mongo.findById(carol.id(), Document.class, "early_requesters")).isNull();
	}

	@Test
	void concurrentRequestsStayWithinPersonalLimit() {
		var carol = TestUser.with();
		var threads = IntStream.range(0, 16).mapToObj((_) -> Ids.next()).toList();
		var answers = threads.parallelStream().map((thread) -> this.client.request(carol, thread)).toList();
		assertThat(answers).extracting(TestResponse::status).containsOnly(202, 429);
		assertThat(answers).filteredOn((answer) -> answer.status() == 202).hasSize(10);
		assertThat(answers).filteredOn((answer) -> answer.status() == 429).allSatisfy((answer) -> {
			assertThat(answer.code()).isEqualTo("summary.too-many-waiting");
			assertThat(answer.header("Retry-After")).isNotEmpty();
		});
		var stored = this.mongo.findById(carol.id(), Document.class, "early_requesters");
		assertThat(Objects.requireNonNull(stored).getList("requests", Document.class)).hasSize(10);
		assertThat(this.client.request(this.bob, Ids.next()).status()).as("request of another person").isEqualTo(202);
	}

	@Test
	void expiredRequestIsDeleted() {
		var carol = TestUser.with();
		var old = Ulid.min(Instant.now().minusSeconds(601).toEpochMilli()).toString();
		this.mongo.insert(new Document(Map.of("_id", carol.id(), "version", 0L, "dueAt", Instant.EPOCH, "requests",
				List.of(new Document(
						Map.of("threadId", old, "audience", Audience.MEMBERS.name(), "askedAt", Instant.now()))))),
				"early_requesters");
		assertRefused(this.client.read(carol, old), 404, "thread.not-found");
		eventually().until(() -> this.mongo.findById(carol.id(), Document.class, "early_requesters") == null);
	}

	@Test
	void repeatedIdempotencyKeyReplaysAcceptance() {
		var thread = Ids.next();
		var key = Ids.next();
		assertThat(this.client.request(this.alice, thread, "Idempotency-Key", key).status()).isEqualTo(202);
		var again = this.client.request(this.alice, thread, "Idempotency-Key", key);
		assertThat(again.status()).isEqualTo(202);
		assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
	}

	private @Nullable Document job(String thread) {
		return this.mongo.findById(thread, Document.class, "jobs");
	}

	private static void assertPending(TestResponse reply) {
		assertThat(status(reply)).as(reply.toString()).isEqualTo("pending");
		assertThat(reply.data().path("text").asString("")).isEmpty();
		assertThat(reply.data().path("sentences").isEmpty()).isTrue();
	}

	private static String status(TestResponse reply) {
		return Set.of(200, 202).contains(reply.status()) ? reply.data().path("status").asString() : "";
	}

	private static void assertRefused(TestResponse reply, int status, String code) {
		assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
		assertThat(reply.code()).isEqualTo(code);
	}

}
