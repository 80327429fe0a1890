package org.parley.forum.relocation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.parley.forum.ForumIT;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.platform.test.client.TestUser.GUEST;

/** Tests relocations with concurrent writers and readers. */
class RelocationCrowdIT extends ForumIT {

	private static final int WRITERS = 6;

	/** More of them, without any pause, can keep a merge from its thread for seconds. */
	private static final int SOURCE_WRITERS = 2;

	private static final int REPLIES_EACH = 40;

	/** Ends a test whose merge failed. */
	private static final int MAX_REPLIES = 2_000;

	@Test
	void mergeKeepsEveryConcurrentReplyOnce() {
		var threads = new Discussions(this.forum);
		var category = this.forum.category();
		var target = threads.thread(TestUser.with(), category, 1);
		var source = threads.thread(TestUser.with(), category, 1);
		var before = new HashSet<>(threads.ids(source));
		before.addAll(threads.ids(target));
		var tail = new Tail(target);
		var tasks = new ArrayList<Callable<List<TestResponse>>>();
		for (int i = 0; i < WRITERS; i++) {
			tasks.add(() -> write(TestUser.with(), target));
		}
		for (int i = 0; i < SOURCE_WRITERS; i++) {
			tasks.add(() -> writeUntilClosed(TestUser.with(), source));
		}
		tasks.add(() -> merge(threads, source, target));
		tasks.add(() -> tail.follow(50));
		var answers = runConcurrently(tasks).stream().flatMap(List::stream).toList();
		assertThat(answers).extracting(TestResponse::status).containsOnly(201, 409, 202);
		assertThat(answers.stream().filter((reply) -> reply.status() == 409)).extracting(TestResponse::code)
			.isNotEmpty()
			.containsAnyOf("thread.closing", "thread.merged");
		var accepted = answers.stream().filter((reply) -> reply.status() == 202).findFirst().orElseThrow();
		threads.awaitDone(accepted);
		var expected = new HashSet<>(before);
		answers.stream().filter((reply) -> reply.status() == 201).map(TestResponse::id).forEach(expected::add);
		var there = threads.ids(target);
		assertThat(there).containsExactlyInAnyOrderElementsOf(expected);
		assertThat(threads.posts(target)).extracting((post) -> post.path("number").asInt())
			.isSorted()
			.doesNotHaveDuplicates();
		soon().untilAsserted(
				() -> assertThat(threads.thread(target).path("replyCount").asInt()).isEqualTo(there.size() - 1));
		soon().until(() -> tail.follow(1).isEmpty() && tail.posts().size() >= there.size());
		assertThat(tail.posts()).containsExactlyElementsOf(there);
	}

	@Test
	void oppositeMergesLeaveOneThread() {
		var threads = new Discussions(this.forum);
		var category = this.forum.category();
		var one = threads.thread(TestUser.with(), category, 2);
		var other = threads.thread(TestUser.with(), category, 2);
		var answers = runConcurrently(
				List.<Callable<TestResponse>>of(() -> threads.merge(one, other), () -> threads.merge(other, one)));
		assertThat(answers).extracting(TestResponse::status).containsExactlyInAnyOrder(202, 409);
		var accepted = answers.stream().filter((reply) -> reply.status() == 202).findFirst().orElseThrow();
		threads.awaitDone(accepted);
		assertThat(threads.posts(accepted.data().path("target").asString())).hasSize(6);
	}

	private List<TestResponse> write(TestUser writer, String thread) {
		return Stream.generate(() -> reply(writer, thread)).limit(REPLIES_EACH).toList();
	}

	/** Writes until a reply is refused, so that replies and the merge overlap. */
	private List<TestResponse> writeUntilClosed(TestUser writer, String thread) {
		var answers = new ArrayList<>(List.of(reply(writer, thread)));
		while (answers.getLast().status() == 201 && answers.size() < MAX_REPLIES) {
			answers.add(reply(writer, thread));
		}
		return answers;
	}

	private TestResponse reply(TestUser writer, String thread) {
		return this.forum.post(writer, "/posts", Map.of("threadId", thread, "content", "A reply."));
	}

	/** Writers of both threads can cross a merge until it is refused for a moment. */
	private List<TestResponse> merge(Discussions threads, String source, String target) {
		soon().until(() -> threads.ids(source).size() > REPLIES_EACH);
		return List.of(soon().until(() -> threads.merge(source, target), (answer) -> answer.status() != 503));
	}

	private static <T> List<T> runConcurrently(List<? extends Callable<T>> calls) {
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			return threads.invokeAll(calls).stream().map(RelocationCrowdIT::result).toList();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static <T> T result(Future<T> call) {
		try {
			return call.get();
		}
		catch (InterruptedException | ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Follows a thread by its cursors, and reads the last page again. */
	private final class Tail {

		private final List<String> read = new ArrayList<>();

		private final String thread;

		private List<String> lastPage = List.of();

		private String cursor = "";

		private Tail(String thread) {
			this.thread = thread;
		}

		/** Reads new posts repeatedly and returns all failed responses. */
		private List<TestResponse> follow(int times) {
			var failed = new ArrayList<TestResponse>();
			for (int i = 0; i < times; i++) {
				var page = RelocationCrowdIT.this.forum.get(GUEST,
						"/threads/" + this.thread + "/posts?limit=20" + this.cursor);
				if (page.status() != 200) {
					failed.add(page);
					continue;
				}
				var next = Discussions.next(page);
				this.lastPage = page.data().valueStream().map((post) -> post.path("id").asString()).toList();
				if (!next.isEmpty()) {
					this.read.addAll(this.lastPage);
					this.lastPage = List.of();
					this.cursor = "&cursor=" + next;
				}
			}
			return failed;
		}

		private List<String> posts() {
			return Stream.concat(this.read.stream(), this.lastPage.stream()).toList();
		}

	}

}
