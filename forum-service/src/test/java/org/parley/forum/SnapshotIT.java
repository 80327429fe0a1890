package org.parley.forum;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.contracts.ParleyEvent;
import org.parley.forum.post.Post;
import org.parley.forum.thread.ForumThread;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.snapshot.Snapshot;
import org.parley.platform.test.EventContract;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests snapshots of the current state. */
class SnapshotIT extends ForumIT {

	@Autowired
	private List<Snapshot> snapshots = List.of();

	@Autowired
	private JsonMapper json;

	/** Sorts before everything that the test creates, and after what others created. */
	private final String start = Ids.next();

	/** Threads of other tests have no category any more. */
	@BeforeEach
	void removeThreadsOfOtherTests() {
		this.mongo.remove(new Query(), ForumThread.class);
		this.mongo.remove(new Query(), Post.class);
	}

	@Test
	void snapshotPublishesEveryResourceOnce() {
		var alice = TestUser.with();
		var bob = TestUser.with();
		var thread = this.forum.thread(alice, this.forum.category());
		var other = this.forum.thread(bob, this.forum.category());
		var post = this.forum.reply(bob, thread);
		var answer = this.forum.post(alice, "/posts", Map.of("threadId", thread, "content", "And?", "replyTo", post));
		var gone = this.forum.reply(bob, thread);
		this.forum.delete(bob, "/posts/" + gone);
		this.forum.vote(alice, "/posts/" + post, -1);
		this.forum.vote(bob, "/threads/" + thread, 1);
		soon().untilAsserted(() -> {
			var threads = all("thread.snapshot", 1);
			assertThat(threads).containsOnlyKeys(thread, other);
			var published = threads.get(thread);
			assertThat(Objects.requireNonNull(published).at("/votes/up").asInt()).isEqualTo(1);
			assertThat(published.path("replyCount").asInt()).isEqualTo(2);
		});
		var posts = all("post.snapshot", 3);
		assertThat(at(posts, post, "/votes/down")).isEqualTo("1");
		assertThat(at(posts, answer.id(), "/post/replyTo/id")).isEqualTo(post);
		assertThat(at(posts, gone, "/post/status")).isEqualTo("deleted");
		assertThat(at(posts, gone, "/post/content")).isEmpty();
		assertThat(all("category.snapshot", 1)).hasSize(2);
	}

	private static String at(Map<String, JsonNode> published, String id, String pointer) {
		return Objects.requireNonNull(published.get(id)).at(pointer).asString();
	}

	private Map<String, JsonNode> all(String type, int limit) {
		var snapshot = this.snapshots.stream().filter((one) -> one.type().equals(type)).findFirst().orElseThrow();
		assertThat(snapshot.after(null, 1)).as("page before all others").hasSize(1);
		var published = new HashMap<String, JsonNode>();
		var last = this.start;
		for (var page = snapshot.after(last, limit); !page.isEmpty(); page = snapshot.after(last, limit)) {
			page.forEach((event) -> assertThat(published.put(event.subject(), valid(event))).as("published before")
				.isNull());
			last = page.getLast().subject();
		}
		return published;
	}

	private JsonNode valid(ParleyEvent event) {
		assertThat(EventContract.violations(event.type(), this.json.writeValueAsString(event))).isEmpty();
		return this.json.valueToTree(event);
	}

}
