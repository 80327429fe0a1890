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
import org.parley.forum.Reply;
import org.parley.forum.Somebody;
import org.parley.platform.web.paging.Cursor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.forum.Somebody.GUEST;

/** Threads are merged and split under many who write and read. */
class RelocationCrowdIT extends ForumIT {

	private static final int WRITERS = 6;

	private static final int EACH = 40;

	@Test
	void everyReplyIsInOneThreadOnceAndEveryReaderReadsItOnce() {
		var threads = new Discussions(this.forum);
		var category = this.forum.category();
		var target = threads.thread(Somebody.with(), category, 1);
		var source = threads.thread(Somebody.with(), category, 1);
		var before = new HashSet<>(threads.ids(source));
		before.addAll(threads.ids(target));
		var tail = new Tail(target);
		var work = new ArrayList<Callable<List<Reply>>>();
		for (int i = 0; i < WRITERS; i++) {
			work.add(() -> write(Somebody.with(), source));
			work.add(() -> write(Somebody.with(), target));
		}
		work.add(() -> merge(threads, source, target));
		work.add(() -> tail.follow(50));
		var answers = atOnce(work).stream().flatMap(List::stream).toList();
		assertThat(answers).extracting(Reply::status).containsOnly(201, 409, 202);
		assertThat(answers.stream().filter((reply) -> reply.status() == 409)).extracting(Reply::code)
			.isNotEmpty()
			.containsAnyOf("thread.closing", "thread.merged");
		var begun = answers.stream().filter((reply) -> reply.status() == 202).findFirst().orElseThrow();
		soon().until(() -> threads.isDone(begun));
		var accepted = new HashSet<>(before);
		answers.stream().filter((reply) -> reply.status() == 201).map(Reply::id).forEach(accepted::add);
		var there = threads.ids(target);
		assertThat(there).containsExactlyInAnyOrderElementsOf(accepted);
		assertThat(threads.posts(target)).extracting((post) -> post.path("number").asInt())
			.isSorted()
			.doesNotHaveDuplicates();
		soon().untilAsserted(
				() -> assertThat(threads.thread(target).path("replyCount").asInt()).isEqualTo(there.size() - 1));
		soon().until(() -> tail.follow(1).isEmpty() && tail.read.size() >= there.size());
		assertThat(tail.read).containsExactlyElementsOf(there);
	}

	@Test
	void twoWhoMergeTheSameThreadsBothWaysHaveOneThreadInTheEnd() {
		var threads = new Discussions(this.forum);
		var category = this.forum.category();
		var one = threads.thread(Somebody.with(), category, 2);
		var other = threads.thread(Somebody.with(), category, 2);
		var answers = atOnce(
				List.<Callable<Reply>>of(() -> threads.merge(one, other), () -> threads.merge(other, one)));
		assertThat(answers).extracting(Reply::status).containsExactlyInAnyOrder(202, 409);
		var begun = answers.stream().filter((reply) -> reply.status() == 202).findFirst().orElseThrow();
		soon().until(() -> threads.isDone(begun));
		assertThat(threads.posts(begun.data().path("target").asString())).hasSize(6);
	}

	private List<Reply> write(Somebody writer, String thread) {
		return Stream.iterate(0, (i) -> i + 1)
			.limit(EACH)
			.map((i) -> this.forum.post(writer, "/posts", Map.of("threadId", thread, "content", "Reply " + i)))
			.toList();
	}

	private List<Reply> merge(Discussions threads, String source, String target) {
		soon().until(() -> threads.ids(source).size() > EACH);
		return List.of(threads.merge(source, target));
	}

	private static <T> List<T> atOnce(List<? extends Callable<T>> calls) {
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

	/** Reads the end of a thread again and again, from where it was last. */
	private final class Tail {

		private final List<String> read = new ArrayList<>();

		private final String thread;

		private int last;

		private Tail(String thread) {
			this.thread = thread;
		}

		/** Reads what is new, so many times; gives back what was not as it should be. */
		private List<Reply> follow(int times) {
			var wrong = new ArrayList<Reply>();
			for (int i = 0; i < times; i++) {
				var page = RelocationCrowdIT.this.forum.get(GUEST, "/threads/" + this.thread
						+ "/posts?limit=100&cursor=" + Cursor.next("number", this.last).encoded());
				page.data().forEach((post) -> {
					this.read.add(post.path("id").asString());
					this.last = post.path("number").asInt();
				});
				if (page.status() != 200) {
					wrong.add(page);
				}
			}
			return wrong;
		}

	}

}
