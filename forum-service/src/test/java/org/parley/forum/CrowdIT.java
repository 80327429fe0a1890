package org.parley.forum;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.platform.test.client.TestUser.GUEST;

/** Tests concurrent requests. */
class CrowdIT extends ForumIT {

	@Test
	void concurrentRepliesGetDistinctNumbers() {
		var thread = this.forum.thread(TestUser.with(), this.forum.category());
		var people = Stream.generate(TestUser::with).limit(10).toList();
		var replies = runConcurrently(IntStream.range(0, 200)
			.<Callable<TestResponse>>mapToObj((i) -> () -> repeated(() -> this.forum.post(people.get(i % 10), "/posts",
					Map.of("threadId", thread, "content", "Reply " + i))))
			.toList());
		assertThat(replies).extracting(TestResponse::status).containsOnly(201);
		// A transaction that is repeated takes another number.
		assertThat(replies).extracting((reply) -> reply.data().path("number").asInt())
			.doesNotHaveDuplicates()
			.allMatch((number) -> number >= 2);
		soon().untilAsserted(() -> assertThat(count(thread, "replyCount")).isEqualTo(200));
	}

	@Test
	void concurrentVotesAreCountedExactly() {
		var author = TestUser.with();
		var thread = this.forum.thread(author, this.forum.category());
		var target = "/posts/" + this.forum.reply(author, thread);
		// An instance refuses more than 512 requests at once.
		var votes = runConcurrently(IntStream.range(0, 500)
			.<Callable<TestResponse>>mapToObj((i) -> () -> vote(TestUser.with(), target, (i % 5 == 0) ? -1 : 1))
			.toList());
		assertThat(votes).extracting(TestResponse::status).containsOnly(200);
		soon().untilAsserted(
				() -> assertThat(this.forum.get(GUEST, target).data().path("voteScore").asInt()).isEqualTo(400 - 100));
		soon().untilAsserted(() -> assertThat(
				this.forum.get(GUEST, "/members/" + author.username()).data().path("reputation").asInt())
			.isEqualTo(400 - 100));
	}

	@Test
	void repeatedVotesOfMemberCountOnce() {
		var thread = "/threads/" + this.forum.thread(TestUser.with(), this.forum.category());
		var people = Stream.generate(TestUser::with).limit(30).toList();
		var votes = runConcurrently(IntStream.range(0, 300)
			.<Callable<TestResponse>>mapToObj((i) -> () -> vote(people.get(i % 30), thread, (i % 3) - 1))
			.toList());
		assertThat(votes).extracting(TestResponse::status).containsOnly(200);
		runConcurrently(IntStream.range(0, 30)
			.<Callable<TestResponse>>mapToObj((i) -> () -> vote(people.get(i), thread, (i % 3 == 0) ? -1 : 1))
			.toList());
		soon().untilAsserted(
				() -> assertThat(this.forum.get(GUEST, thread).data().path("voteScore").asInt()).isEqualTo(20 - 10));
		var last = vote(people.getFirst(), thread, 0);
		assertThat(last.data().path("voteScore").asInt()).isEqualTo(20 - 9);
	}

	@Test
	void onlyOneOfConcurrentConditionalEditsSucceeds() {
		var author = TestUser.with();
		var thread = this.forum.thread(author, this.forum.category());
		for (var path : List.of("/threads/" + thread, "/posts/" + this.forum.reply(author, thread))) {
			var read = this.forum.get(author, path).header("ETag");
			var edits = runConcurrently(IntStream.range(0, 20)
				.<Callable<TestResponse>>mapToObj((i) -> () -> repeated(() -> this.forum.patch(author, path,
						path.startsWith("/threads") ? Map.of("title", "Title number " + i)
								: Map.of("content", "Content " + i),
						"If-Match", read)))
				.toList());
			assertThat(edits).extracting(TestResponse::status).containsOnly(200, 412).containsOnlyOnce(200);
		}
	}

	@Test
	void concurrentFirstPostsCreateOneMember() {
		var thread = this.forum.thread(TestUser.with(), this.forum.category());
		var newcomer = TestUser.with();
		var replies = runConcurrently(IntStream.range(0, 20)
			.<Callable<TestResponse>>mapToObj((i) -> () -> repeated(() -> this.forum.post(newcomer, "/posts",
					Map.of("threadId", thread, "content", "Hello " + i), "Idempotency-Key", "hello-" + i)))
			.toList());
		assertThat(replies).extracting(TestResponse::status).containsOnly(201);
	}

	@Test
	void concurrentUnconditionalEditsAllSucceed() {
		var author = TestUser.with();
		var thread = this.forum.thread(author, this.forum.category());
		var edits = runConcurrently(IntStream.range(0, 8)
			.<Callable<TestResponse>>mapToObj((i) -> () -> repeated(
					() -> this.forum.patch(author, "/threads/" + thread, Map.of("title", "Title number " + i))))
			.toList());
		assertThat(edits).extracting(TestResponse::status).containsOnly(200);
		assertThat(this.forum.get(GUEST, "/threads/" + thread).data().path("version").asInt()).isEqualTo(8);
	}

	@Test
	void lockStopsConcurrentReplies() {
		var thread = this.forum.thread(TestUser.with(), this.forum.category());
		var writer = TestUser.with();
		var moderator = this.forum.moderator();
		var calls = Stream.concat(
				IntStream.range(0, 60)
					.<Callable<TestResponse>>mapToObj((i) -> () -> repeated(() -> this.forum.post(writer, "/posts",
							Map.of("threadId", thread, "content", "Reply " + i)))),
				Stream.of(() -> repeated(() -> this.forum.post(moderator, "/threads/" + thread + "/lock", null))))
			.toList();
		var replies = runConcurrently(calls);
		assertThat(replies.getLast().status()).isEqualTo(200);
		assertThat(replies.subList(0, 60))
			.allMatch((reply) -> reply.status() == 201 || reply.code().equals("thread.locked"));
		var late = this.forum.post(writer, "/posts", Map.of("threadId", thread, "content", "Too late"));
		assertThat(late.status()).isEqualTo(409);
		assertThat(late.code()).isEqualTo("thread.locked");
		var written = replies.subList(0, 60).stream().filter((reply) -> reply.status() == 201).count();
		soon().untilAsserted(() -> assertThat(count(thread, "replyCount")).isEqualTo((int) written));
	}

	private TestResponse vote(TestUser voter, String target, int value) {
		return repeated(() -> this.forum.vote(voter, target, value));
	}

	/**
	 * Repeats a write after a 503 response with {@code Retry-After}, which too many
	 * requests at once (1 s) or concurrent votes of one member (2 s) cause on a slow
	 * machine.
	 */
	private static TestResponse repeated(Callable<TestResponse> write) {
		return Awaitility.await()
			.pollInSameThread()
			.pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofSeconds(2))
			.atMost(Duration.ofMinutes(1))
			.until(write, CrowdIT::isFinal);
	}

	private static boolean isFinal(TestResponse reply) {
		return reply.status() != 503 || !Set.of("1", "2").contains(reply.header("Retry-After"));
	}

	private int count(String thread, String counter) {
		return this.forum.get(GUEST, "/threads/" + thread).data().path(counter).asInt();
	}

	private static List<TestResponse> runConcurrently(List<Callable<TestResponse>> calls) {
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			return threads.invokeAll(calls).stream().map(CrowdIT::result).toList();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static TestResponse result(Future<TestResponse> call) {
		try {
			return call.get();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
