package org.parley.forum.relocation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.parley.forum.ForumClient;
import org.parley.forum.postpage.CommittedPostWindow;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Creates, merges, splits and reads threads. */
public final class Discussions {

	private final ForumClient forum;

	public Discussions(ForumClient forum) {
		this.forum = forum;
	}

	/** Creates a thread with replies by its author and returns its id. */
	String thread(TestUser author, String category, int replies) {
		var thread = this.forum.thread(author, category);
		IntStream.range(0, replies).forEach((_) -> this.forum.reply(author, thread));
		return thread;
	}

	public TestResponse merge(String thread, String into) {
		return this.forum.post(this.forum.moderator(), "/threads/" + thread + "/merge", Map.of("into", into));
	}

	public TestResponse split(String thread, List<String> posts) {
		return this.forum.post(this.forum.moderator(), "/threads/" + thread + "/split",
				Map.of("posts", posts, "title", "Something else"));
	}

	public TestResponse splitFrom(String thread, int number) {
		return this.forum.post(this.forum.moderator(), "/threads/" + thread + "/split",
				Map.of("from", number, "title", "Something else"));
	}

	/**
	 * Waits for the end of a relocation. If a transaction's end is unknown, a relocation
	 * begins only after all transactions from before it have timed out.
	 */
	void awaitDone(TestResponse accepted) {
		await().atMost(CommittedPostWindow.TRANSACTION_LIMIT.multipliedBy(2))
			.pollInterval(Duration.ofMillis(20))
			.untilAsserted(() -> {
				var now = this.forum.get(this.forum.moderator(), "/admin/thread-works/" + accepted.id());
				assertThat(now.data().path("state").asString()).as(now.toString()).isEqualTo("done");
			});
	}

	/** Reads all posts of a thread as a guest, page by page. */
	List<JsonNode> posts(String thread) {
		var posts = new ArrayList<JsonNode>();
		var page = this.forum.get(TestUser.GUEST, "/threads/" + thread + "/posts?limit=100");
		posts.addAll(page.data().valueStream().toList());
		while (!next(page).isEmpty()) {
			page = this.forum.get(TestUser.GUEST, "/threads/" + thread + "/posts?limit=100&cursor=" + next(page));
			posts.addAll(page.data().valueStream().toList());
		}
		return posts;
	}

	List<String> ids(String thread) {
		return posts(thread).stream().map((post) -> post.path("id").asString()).toList();
	}

	Set<Integer> numbers(String thread) {
		return Set.copyOf(posts(thread).stream().map((post) -> post.path("number").asInt()).toList());
	}

	JsonNode post(String id) {
		return this.forum.get(TestUser.GUEST, "/posts/" + id).data();
	}

	JsonNode thread(String id) {
		return this.forum.get(TestUser.GUEST, "/threads/" + id).data();
	}

	static String next(TestResponse page) {
		return page.body().at("/meta/pagination/next").asString("");
	}

}
