package org.parley.forum;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.platform.test.client.TestUser.GUEST;

/** Tests requests with an idempotency key. */
class IdempotencyIT extends ForumIT {

	private final TestUser alice = TestUser.with();

	private String category = "";

	private String thread = "";

	@BeforeEach
	void start() {
		this.category = this.forum.category();
		this.thread = this.forum.thread(TestUser.with(), this.category);
	}

	@Test
	void repeatedReplyIsCreatedOnce() {
		var first = reply("once", "Hello");
		var again = reply("once", "Hello");
		assertThat(again.status()).isEqualTo(201);
		assertThat(again.data()).isEqualTo(first.data());
		assertThat(again.header("Location")).isEqualTo(first.header("Location"));
		assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
		soon().untilAsserted(
				() -> assertThat(this.forum.get(GUEST, "/threads/" + this.thread).data().path("replyCount").asInt())
					.isOne());
	}

	@Test
	void repeatedThreadIsCreatedOnce() {
		var request = Map.of("category", this.category, "title", "Only once", "content", "x");
		var first = this.forum.post(this.alice, "/threads", request, "Idempotency-Key", "start");
		var again = this.forum.post(this.alice, "/threads", request, "Idempotency-Key", "start");
		assertThat(first.status()).isEqualTo(201);
		assertThat(again.id()).isEqualTo(first.id());
	}

	@Test
	void keyOfAnotherRequestIsRefused() {
		reply("reused", "Hello");
		var other = reply("reused", "Something else");
		assertThat(other.status()).isEqualTo(422);
		assertThat(other.code()).isEqualTo("idempotency.key-reused");
	}

	@Test
	void refusedRequestReleasesKey() {
		var request = Map.of("category", "nowhere", "title", "Nowhere", "content", "x");
		assertThat(this.forum.post(this.alice, "/threads", request, "Idempotency-Key", "again").status())
			.isEqualTo(404);
		var right = Map.of("category", this.category, "title", "Somewhere", "content", "x");
		assertThat(this.forum.post(this.alice, "/threads", right, "Idempotency-Key", "again").status()).isEqualTo(201);
	}

	@Test
	void concurrentRequestsCreateOneReply() throws InterruptedException {
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			var replies = threads
				.invokeAll(IntStream.range(0, 20)
					.<Callable<TestResponse>>mapToObj((_) -> () -> reply("race", "Hello"))
					.toList())
				.stream()
				.map(IdempotencyIT::result)
				.toList();
			assertThat(replies)
				.allMatch((reply) -> reply.status() == 201 || reply.code().equals("idempotency.in-progress"));
			assertThat(replies.stream().filter((reply) -> reply.status() == 201).map(TestResponse::id).distinct())
				.hasSize(1);
		}
	}

	private TestResponse reply(String key, String content) {
		return this.forum.post(this.alice, "/posts", Map.of("threadId", this.thread, "content", content),
				"Idempotency-Key", key);
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
