package org.parley.forum.postpage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.forum.ForumIT;
import org.parley.forum.post.Post;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.event.ThreadsTouched;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.database.QueryExplanation;
import org.parley.platform.web.paging.Cursor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.platform.test.client.TestUser.GUEST;

/**
 * Tests that a page of a thread with 100,000 posts examines as few index keys and
 * documents as any other page.
 */
class LongThreadIT extends ForumIT {

	private static final int POSTS = 100_000;

	/** More posts than a page may examine. */
	private static final int MANY = 3_000;

	/** The posts of a page and its two neighbours. */
	private static final int PAGE = 22;

	/** One more than the maximum number of replies below a tree page. */
	private static final int BELOW = 301;

	private static final Duration OLD = Duration.ofHours(1);

	@Autowired
	private ApplicationEventPublisher publisher;

	private final TestUser alice = TestUser.with();

	/** Keeps the posts out of other tests that read the whole collection. */
	@AfterEach
	void deletePosts() {
		for (var collection : List.of("posts", "threads")) {
			this.mongo.remove(new Query(Criteria.where("authorId").is(this.alice.id())), collection);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 10, 50_000 })
	void pageIsOneSeekForEachLevel(int repliesEach) {
		var parents = new ArrayList<String>();
		var thread = thread(POSTS, (number) -> {
			var post = post(number);
			if (number % repliesEach == 2) {
				parents.add(post.getString("_id"));
				return post.append("depth", 0);
			}
			return post.append("depth", 1).append("replyTo", parents.getLast());
		});
		assertFlatPagesAreOneSeek(thread);
		for (var query : List.of("", "cursor=" + from("tree", 50_000), "cursor=" + from("tree", 99_000),
				"cursor=" + backFrom("tree", 50_010))) {
			var explained = explain(thread, "view=tree&" + query);
			assertThat(explained).as(query).hasSizeBetween(1, 4);
			assertThat(keys(explained)).as(query).isLessThanOrEqualTo(4 * (PAGE + BELOW));
			assertThat(documents(explained)).as(query).isLessThanOrEqualTo(2 * (PAGE + BELOW));
		}
	}

	private void assertFlatPagesAreOneSeek(String thread) {
		for (var query : List.of("", "around=50000", "around=100000", "around=77777",
				"cursor=" + from("number", 50_000), "cursor=" + from("number", 99_990),
				"cursor=" + backFrom("number", 50_000), "cursor=" + backFrom("number", 100_000))) {
			var explained = explain(thread, query);
			assertThat(explained).as(query).hasSize(1);
			assertThat(explained.getFirst().keysExamined()).as(query).isPositive().isLessThanOrEqualTo(PAGE);
			assertThat(explained.getFirst().documentsExamined()).as(query).isLessThanOrEqualTo(PAGE);
		}
	}

	@Test
	void treePageExaminesLimitedRecentPosts() {
		var first = new ArrayList<String>();
		var thread = thread(MANY, (number) -> {
			var post = post(number).append("createdAt", Instant.now());
			first.add(post.getString("_id"));
			return (number == 2 || number > MANY - 2) ? post.append("depth", 0)
					: post.append("depth", 1).append("replyTo", first.getFirst());
		});
		var query = "view=tree&limit=2&cursor=" + from("tree", 1);
		var explained = explain(thread, query);
		assertThat(keys(explained)).isLessThanOrEqualTo(PAGE + 1_000 + 2 * BELOW);
		assertThat(documents(explained)).isLessThanOrEqualTo(PAGE + 1_000 + BELOW);
		assertThat(page(thread, query).data()).isEmpty();
	}

	@Test
	void newReplyAfterManyOldOnesAppearsInTree() {
		var parents = new ArrayList<String>();
		var thread = thread(MANY, (number) -> {
			var post = post(number);
			parents.add(post.getString("_id"));
			return (number == 2) ? post.append("depth", 0)
					: post.append("depth", 1).append("replyTo", parents.getFirst());
		});
		var reply = this.forum.reply(this.alice, thread);
		var page = page(thread, "view=tree&cursor=" + from("tree", 2)).data();
		assertThat(page.valueStream().map((post) -> post.path("id").asString())).containsExactly(reply);
	}

	private String thread(int length, IntFunction<Document> post) {
		var thread = this.forum.thread(this.alice, this.forum.category());
		var posts = IntStream.rangeClosed(2, length)
			.mapToObj(post)
			.map((document) -> document.append("threadId", thread))
			.toList();
		this.mongo.getCollection("posts").insertMany(posts);
		this.mongo.updateFirst(new Query(Criteria.where("_id").is(thread)), new Update().set("lastNumber", length),
				ForumThread.class);
		this.mongo.updateFirst(new Query(Criteria.where("threadId").is(thread).and("number").is(1)),
				new Update().set("createdAt", Instant.now().minus(OLD)), Post.class);
		this.publisher.publishEvent(new ThreadsTouched(thread));
		return thread;
	}

	/** The content has no words, so that searches of other tests do not find it. */
	private Document post(int number) {
		return new Document("_id", Ids.next()).append("number", number)
			.append("authorId", this.alice.id())
			.append("content", ".")
			.append("html", "<p>.</p>")
			.append("status", "ACTIVE")
			.append("statusBefore", "ACTIVE")
			.append("createdAt", Instant.now().minus(OLD))
			.append("version", 0L)
			.append("voteScore", 0);
	}

	/** Explains the queries of a page on posts. */
	private List<QueryExplanation> explain(String thread, String query) {
		return this.commands.during(() -> page(thread, query))
			.stream()
			.filter(LongThreadIT::isPostQuery)
			.map((command) -> QueryExplanation.of(this.mongo, command))
			.peek((explanation) -> assertThat(explanation.stages()).as(query)
				.containsAnyOf("IXSCAN", "DISTINCT_SCAN")
				.doesNotContain("SORT", "COLLSCAN"))
			.toList();
	}

	private static boolean isPostQuery(BsonDocument command) {
		return Stream.of("find", "distinct")
			.anyMatch((name) -> command.containsKey(name) && command.getString(name).getValue().equals("posts"));
	}

	private TestResponse page(String thread, String query) {
		var page = this.forum.get(GUEST, "/threads/" + thread + "/posts?" + query);
		assertThat(page.status()).as(page.body().toString()).isEqualTo(200);
		return page;
	}

	private static int keys(List<QueryExplanation> explained) {
		return explained.stream().mapToInt(QueryExplanation::keysExamined).sum();
	}

	private static int documents(List<QueryExplanation> explained) {
		return explained.stream().mapToInt(QueryExplanation::documentsExamined).sum();
	}

	private static String from(String order, int number) {
		return Cursor.next(order, number).encoded();
	}

	private static String backFrom(String order, int number) {
		return Cursor.prev(order, number).encoded();
	}

}
