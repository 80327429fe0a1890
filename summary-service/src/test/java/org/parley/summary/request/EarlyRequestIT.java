package org.parley.summary.request;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

import com.github.f4b6a3.ulid.Ulid;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.platform.web.Ids;
import org.parley.summary.Reply;
import org.parley.summary.SummaryIT;
import org.parley.summary.TestUser;
import org.parley.summary.discussion.SummaryAudience;

import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.summary.TestUser.GUEST;

/** Requests for threads whose events have not arrived. */
class EarlyRequestIT extends SummaryIT {

	private static final String OPENING = "Which tomatoes ripen on a balcony that faces north?";

	private final TestUser alice = TestUser.with();

	private final TestUser bob = TestUser.with();

	@Test
	void requestForThreadOnItsWayIsAcceptedAndAnsweredWhenItArrives() {
		var thread = Ids.next();
		var asked = this.client.ask(this.alice, thread);
		assertThat(asked.status()).as(asked.toString()).isEqualTo(202);
		assertThat(asked.data().path("status").asString()).isEqualTo("pending");
		assertThat(asked.header("Location")).isEqualTo("/api/v1/threads/" + thread + "/summary");
		isPending(this.client.read(this.alice, thread));
		refused(this.client.read(this.bob, thread), 404, "summary.none");
		refused(this.client.read(GUEST, thread), 404, "summary.none");
		this.forum.thread(thread, this.forum.category("anyone"), OPENING);
		soon().until(() -> status(this.client.read(this.alice, thread)).equals("ready"));
		assertThat(job(thread)).asString().contains(this.alice.id());
		soon().until(() -> this.mongo.findById(this.alice.id(), Document.class, "early_askers") == null);
	}

	@Test
	void askerNeverSeesPendingTurnIntoNothingWhenTheThreadArrives() {
		var thread = Ids.next();
		this.client.ask(this.alice, thread);
		this.mongo.updateMulti(new Query(), Update.update("dueAt", Instant.now().plusSeconds(3_600)), "early_askers");
		this.forum.thread(thread, this.forum.category("anyone"), OPENING);
		settle();
		isPending(this.client.read(this.alice, thread));
		refused(this.client.read(this.bob, thread), 404, "summary.none");
	}

	@Test
	void threadThatArrivesInAClosedCategoryIsSummarizedForItsReadersOnly() {
		var thread = Ids.next();
		var moderator = TestUser.with("moderator");
		for (var asker : List.of(this.alice, moderator)) {
			assertThat(this.client.ask(asker, thread).status()).isEqualTo(202);
		}
		var category = this.forum.category("admin");
		this.forum.thread(thread, category, OPENING);
		settle();
		var admin = TestUser.with("admin");
		assertThat(this.client.ask(admin, thread).status()).isEqualTo(202);
		soon().until(() -> status(this.client.read(admin, thread)).equals("ready"));
		assertThat(job(thread)).asString().contains(admin.id()).doesNotContain(this.alice.id(), moderator.id());
		for (var asker : List.of(this.alice, moderator)) {
			isPending(this.client.read(asker, thread));
		}
		refused(this.client.read(this.bob, thread), 404, "summary.none");
		refused(this.client.read(GUEST, thread), 404, "summary.none");
		this.forum.tellCategory("category.changed", category, "moderator");
		soon().until(() -> status(this.client.read(moderator, thread)).equals("ready"));
		isPending(this.client.read(this.alice, thread));
	}

	@Test
	void answerForUnknownThreadAndForUnreadableThreadIsTheSame() {
		var hidden = this.forum.thread(this.forum.category("anyone"), OPENING);
		this.forum.tellThread("thread.hidden", hidden, "hidden");
		var closed = this.forum.thread(this.forum.category("moderator"), OPENING);
		var unknown = Ids.next();
		settle();
		for (var thread : List.of(hidden, closed, unknown)) {
			refused(this.client.read(this.alice, thread), 404, "summary.none");
			var asked = this.client.ask(this.alice, thread);
			assertThat(asked.status()).as(asked.toString()).isEqualTo(202);
			isPending(asked);
			isPending(this.client.read(this.alice, thread));
		}
		assertThat(job(hidden)).isNull();
		assertThat(job(closed)).isNull();
	}

	@Test
	void askerWhoLostTheRightSeesNothing() {
		var thread = Ids.next();
		this.client.ask(this.alice, thread);
		var category = this.forum.category("user");
		this.forum.thread(thread, category, OPENING);
		soon().until(() -> status(this.client.read(this.alice, thread)).equals("ready"));
		this.forum.tellCategory("category.changed", category, "moderator");
		soon().untilAsserted(() -> refused(this.client.read(this.alice, thread), 404, "summary.none"));
	}

	@Test
	void idThatCannotArriveIsNotFoundAtOnceAndStoresNothing() {
		var carol = TestUser.with();
		for (var at : List.of(Instant.now().plusSeconds(60), Instant.now().minusSeconds(3_600))) {
			var id = Ulid.min(at.toEpochMilli()).toString().substring(0, 10) + Ids.next().substring(10);
			refused(this.client.ask(carol, id), 404, "thread.not-found");
			refused(this.client.read(carol, id), 404, "thread.not-found");
		}
		assertThat(this.mongo.findById(carol.id(), Document.class, "early_askers")).isNull();
	}

	@Test
	void concurrentRequestsOfOnePersonStayWithinTheLimit() {
		var carol = TestUser.with();
		var threads = IntStream.range(0, 16).mapToObj((_) -> Ids.next()).toList();
		var answers = threads.parallelStream().map((thread) -> this.client.ask(carol, thread)).toList();
		assertThat(answers).extracting(Reply::status).containsOnly(202, 429);
		assertThat(answers).filteredOn((answer) -> answer.status() == 202).hasSize(10);
		assertThat(answers).filteredOn((answer) -> answer.status() == 429).allSatisfy((answer) -> {
			assertThat(answer.code()).isEqualTo("summary.too-many-waiting");
			assertThat(answer.header("Retry-After")).isNotEmpty();
		});
		var stored = this.mongo.findById(carol.id(), Document.class, "early_askers");
		assertThat(Objects.requireNonNull(stored).getList("requests", Document.class)).hasSize(10);
		assertThat(this.client.ask(this.bob, Ids.next()).status()).as("others are not held up").isEqualTo(202);
	}

	@Test
	void requestWhoseThreadDidNotArriveInTimeIsForgotten() {
		var carol = TestUser.with();
		var old = Ulid.min(Instant.now().minusSeconds(601).toEpochMilli()).toString();
		this.mongo.insert(new Document(Map.of("_id", carol.id(), "version", 0L, "dueAt", Instant.EPOCH, "requests",
				List.of(new Document(
						Map.of("threadId", old, "audience", SummaryAudience.USER.name(), "askedAt", Instant.now()))))),
				"early_askers");
		refused(this.client.read(carol, old), 404, "thread.not-found");
		soon().until(() -> this.mongo.findById(carol.id(), Document.class, "early_askers") == null);
	}

	@Test
	void repeatedKeyReplaysTheAcceptance() {
		var thread = Ids.next();
		var key = Ids.next();
		assertThat(this.client.ask(this.alice, thread, "Idempotency-Key", key).status()).isEqualTo(202);
		var again = this.client.ask(this.alice, thread, "Idempotency-Key", key);
		assertThat(again.status()).isEqualTo(202);
		assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
	}

	private @Nullable Document job(String thread) {
		return this.mongo.findById(thread, Document.class, "jobs");
	}

	private static void isPending(Reply reply) {
		assertThat(status(reply)).as(reply.toString()).isEqualTo("pending");
		assertThat(reply.data().path("text").asString("")).isEmpty();
		assertThat(reply.data().path("sentences").isEmpty()).isTrue();
	}

	private static String status(Reply reply) {
		return Set.of(200, 202).contains(reply.status()) ? reply.data().path("status").asString() : "";
	}

	private static void refused(Reply reply, int status, String code) {
		assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
		assertThat(reply.code()).isEqualTo(code);
	}

}
