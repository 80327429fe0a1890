package org.parley.forum.postpage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.bson.BsonString;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.contracts.forum.PostStatus;
import org.parley.forum.ForumIT;
import org.parley.forum.post.Post;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.event.ThreadsTouched;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.database.QueryExplanation;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.platform.test.client.TestUser.GUEST;

class PostPageIT extends ForumIT {

	@Autowired
	private ApplicationEventPublisher publisher;

	private final TestUser alice = TestUser.with();

	private String thread = "";

	@BeforeEach
	void aThread() {
		this.thread = this.forum.thread(this.alice, this.forum.category());
	}

	@Test
	void postHasAllProperties() {
		var post = page(GUEST, "").data().get(0);
		assertThat(post.propertyNames()).contains("id", "threadId", "number", "author", "replyTo", "content", "html",
				"status", "moderation", "voteScore", "myVote", "bookmarked", "createdAt", "editedAt", "version");
		assertThat(post.path("number").asInt()).isOne();
		assertThat(post.path("content").asString()).isEqualTo("It faces **north**.");
		assertThat(post.path("html").asString()).isEqualTo("<p>It faces <strong>north</strong>.</p>\n");
		assertThat(post.path("author").path("username").asString()).isEqualTo(this.alice.username());
	}

	@Test
	void replyAppearsAtOnce() {
		for (var number = 2; number < 12; number++) {
			assertThat(numbers(page(GUEST, ""))).hasSize(number - 1);
			this.forum.reply(this.alice, this.thread);
			assertThat(numbers(page(GUEST, ""))).hasSize(number);
			assertThat(numbers(page(this.alice, ""))).hasSize(number);
		}
	}

	@Test
	void editAppearsAtOnce() {
		var id = this.forum.reply(this.alice, this.thread);
		page(GUEST, "");
		this.forum.patch(this.alice, "/posts/" + id, Map.of("content", "Changed."));
		assertThat(page(GUEST, "").data().get(1).path("content").asString()).isEqualTo("Changed.");
	}

	@Test
	void cursorsReadEveryPostOnceInBothDirections() {
		replies(10);
		var all = IntStream.rangeClosed(1, 11).boxed().toList();
		for (var limit : List.of(1, 3, 11, 20)) {
			var read = new ArrayList<Integer>();
			var page = page(GUEST, "limit=" + limit);
			read.addAll(numbers(page));
			while (!next(page).isEmpty()) {
				page = page(GUEST, "limit=" + limit + "&cursor=" + next(page));
				read.addAll(numbers(page));
			}
			assertThat(read).isEqualTo(all);
			var back = new ArrayList<>(numbers(page));
			while (!prev(page).isEmpty()) {
				page = page(GUEST, "limit=" + limit + "&cursor=" + prev(page));
				back.addAll(0, numbers(page));
			}
			assertThat(back).isEqualTo(all);
		}
		assertThat(numbers(page(GUEST, "limit=4&around=5"))).containsExactly(5, 6, 7, 8);
		assertThat(numbers(page(GUEST, "limit=4&around=2000000000"))).containsExactly(9, 10, 11);
		var middle = page(GUEST, "limit=4&around=6");
		assertThat(numbers(page(GUEST, "limit=4&cursor=" + prev(middle)))).containsExactly(1, 2, 3, 4);
		assertThat(numbers(page(GUEST, "limit=4&cursor=" + next(middle)))).containsExactly(9, 10, 11);
	}

	@Test
	void pageShowsReadersOwnVotes() {
		var reply = this.forum.reply(this.alice, this.thread);
		var bob = TestUser.with();
		this.forum.vote(bob, "/posts/" + reply, 1);
		soon().untilAsserted(() -> assertThat(page(GUEST, "").data().get(1).path("voteScore").asInt()).isOne());
		assertThat(votes(page(bob, ""))).containsExactly(0, 1);
		assertThat(votes(page(this.alice, ""))).containsExactly(0, 0);
		assertThat(votes(page(GUEST, ""))).containsExactly(0, 0);
		assertThat(page(bob, "").header("ETag")).isNotEqualTo(page(this.alice, "").header("ETag"));
		this.forum.vote(bob, "/posts/" + reply, -1);
		assertThat(votes(page(bob, ""))).containsExactly(0, -1);
	}

	@Test
	void deletedPostKeepsItsPlace() {
		var reply = this.forum.reply(this.alice, this.thread);
		this.forum.delete(this.alice, "/posts/" + reply);
		var deleted = page(GUEST, "").data().get(1);
		assertThat(deleted.path("status").asString()).isEqualTo("deleted");
		assertThat(deleted.path("content").isNull()).isTrue();
		assertThat(deleted.path("html").isNull()).isTrue();
		var moderated = page(this.forum.moderator(), "").data().get(1);
		assertThat(moderated.path("content").asString()).isEqualTo("Try *Stupice*.");
	}

	@Test
	void heldPostIsVisibleToAuthorAndModerators() {
		var reply = this.forum.reply(this.alice, this.thread);
		change(reply, new Update().set("status", PostStatus.HELD));
		assertThat(page(GUEST, "").data().get(1).path("content").isNull()).isTrue();
		assertThat(page(TestUser.with(), "").data().get(1).path("content").isNull()).isTrue();
		assertThat(page(this.alice, "").data().get(1).path("content").asString()).isEqualTo("Try *Stupice*.");
		assertThat(page(this.forum.moderator(), "").data().get(1).path("content").asString())
			.isEqualTo("Try *Stupice*.");
	}

	@Test
	void pagesOfInvisibleThreadAreNotFound() {
		var inside = this.forum.thread(this.alice, this.forum.category("members", "members"));
		assertThat(this.forum.get(GUEST, "/threads/" + inside + "/posts").code()).isEqualTo("thread.not-found");
		assertThat(this.forum.get(this.alice, "/threads/" + inside + "/posts").status()).isEqualTo(200);
		assertThat(this.forum.get(GUEST, "/threads/" + inside + "/posts").status()).isEqualTo(404);
		assertThat(page(GUEST, "").status()).isEqualTo(200);
		this.forum.post(this.forum.moderator(), "/threads/" + this.thread + "/hide", null);
		assertThat(page(GUEST, "").status()).isEqualTo(404);
		assertThat(page(this.forum.moderator(), "").status()).isEqualTo(200);
		assertThat(this.forum.get(GUEST, "/threads/" + Ids.next() + "/posts").status()).isEqualTo(404);
		assertThat(this.forum.get(GUEST, "/threads/a%20b/posts").status()).isEqualTo(404);
	}

	@Test
	void lastPageContainsPostsBehindOpenGap() {
		replies(2);
		takeNumber();
		this.forum.reply(this.alice, this.thread);
		var last = page(GUEST, "");
		assertThat(numbers(last)).containsExactly(1, 2, 3, 5);
		assertThat(next(last)).isEmpty();
		fill(4);
		assertThat(numbers(page(GUEST, ""))).containsExactly(1, 2, 3, 4, 5);
	}

	@Test
	void cursorDoesNotPassOpenGap() {
		replies(2);
		takeNumber();
		replies(3);
		var first = page(GUEST, "limit=4");
		assertThat(numbers(first)).containsExactly(1, 2, 3);
		var waiting = page(GUEST, "limit=2&cursor=" + next(first));
		assertThat(numbers(waiting)).isEmpty();
		assertThat(next(waiting)).isEqualTo(next(first));
		fill(4);
		assertThat(numbers(page(GUEST, "limit=4&cursor=" + next(waiting)))).containsExactly(4, 5, 6, 7);
	}

	@Test
	void pageContinuesBehindOldGap() {
		takeNumber();
		var late = this.forum.reply(this.alice, this.thread);
		this.forum.reply(this.alice, this.thread);
		assertThat(numbers(page(GUEST, "limit=2"))).containsExactly(1);
		change(late, new Update().set("createdAt", Instant.now().minus(Duration.ofMinutes(2))));
		assertThat(numbers(page(GUEST, "limit=2"))).containsExactly(1, 3);
	}

	@Test
	void concurrentRepliesAreReadOnce() throws Exception {
		try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
			var all = IntStream.range(0, 40)
				.mapToObj((_) -> writers.submit(() -> this.forum.reply(TestUser.with(), this.thread)))
				.toList();
			var read = new ArrayList<Integer>();
			var cursor = "";
			var page = page(GUEST, "limit=5");
			while (read.size() + numbers(page).size() < 41) {
				if (!next(page).isEmpty()) {
					read.addAll(numbers(page));
					cursor = "&cursor=" + next(page);
				}
				page = page(GUEST, "limit=5" + cursor);
			}
			read.addAll(numbers(page));
			assertThat(read).isEqualTo(IntStream.rangeClosed(1, 41).boxed().toList());
			for (var one : all) {
				assertThat(one.get(10, TimeUnit.SECONDS)).isNotEmpty();
			}
		}
	}

	@Test
	void pageIsOneSeek() {
		var author = this.alice.id();
		var posts = IntStream.rangeClosed(2, 3_000)
			.mapToObj((number) -> new Document("_id", Ids.next()).append("threadId", this.thread)
				.append("number", number)
				.append("authorId", author)
				.append("depth", 0)
				.append("content", "x")
				.append("html", "<p>x</p>")
				.append("status", "ACTIVE")
				.append("statusBefore", "ACTIVE")
				.append("createdAt", Instant.now())
				.append("version", 0L)
				.append("voteScore", 0))
			.toList();
		this.mongo.getCollection("posts").insertMany(posts);
		this.mongo.updateFirst(new Query(Criteria.where("_id").is(this.thread)), new Update().set("lastNumber", 3_000),
				ForumThread.class);
		for (var query : List.of("", "around=1500", "around=3000", "cursor=" + tail(2_500))) {
			var sent = this.commands.during(() -> assertThat(page(GUEST, query).status()).isEqualTo(200));
			var found = sent.stream()
				.filter((command) -> command.containsKey("find") && command.getString("find").getValue().equals("posts")
						&& new BsonString(this.thread).equals(command.getDocument("filter").get("threadId")))
				.map((command) -> QueryExplanation.of(this.mongo, command))
				.toList();
			assertThat(found).hasSize(1);
			assertThat(found.getFirst().stages()).contains("IXSCAN").doesNotContain("SORT", "COLLSCAN");
			assertThat(found.getFirst().keysExamined()).isLessThanOrEqualTo(21);
			assertThat(found.getFirst().documentsExamined()).isLessThanOrEqualTo(21);
		}
	}

	@Test
	void compressedPageEqualsPlainPage() throws Exception {
		replies(3);
		var plain = this.forum.get(GUEST, "/threads/" + this.thread + "/posts");
		assertThat(plain.header("Vary")).contains("Accept-Encoding");
		assertThat(plain.header("Cache-Control")).isEqualTo("no-cache");
		var port = this.forum.uri("/threads/" + this.thread + "/posts");
		try (var http = java.net.http.HttpClient.newHttpClient()) {
			var request = java.net.http.HttpRequest.newBuilder(port).header("Accept-Encoding", "br, gzip;q=0.8");
			var packed = http.send(request.build(), java.net.http.HttpResponse.BodyHandlers.ofByteArray());
			assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
			assertThat(packed.headers().firstValue("ETag")).contains(plain.header("ETag"));
			try (var stream = new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(packed.body()))) {
				assertThat(tools.jackson.databind.json.JsonMapper.shared().readTree(stream)).isEqualTo(plain.body());
			}
		}
		var known = this.forum.get(GUEST, "/threads/" + this.thread + "/posts", "If-None-Match", plain.header("ETag"));
		assertThat(known.status()).isEqualTo(304);
	}

	@Test
	void treeShowsRepliesBelowTheirParents() {
		var second = this.forum.reply(this.alice, this.thread);
		var third = this.forum.reply(this.alice, this.thread);
		var below = answer(second);
		var belowThird = answer(third);
		var deepest = answer(below);
		var page = page(GUEST, "view=tree");
		assertThat(numbers(page)).containsExactly(1, 2, 4, 6, 3, 5);
		assertThat(page.data().valueStream().map((post) -> post.path("depth").asInt()).toList()).containsExactly(0, 0,
				1, 2, 0, 1);
		assertThat(page.data().get(2).path("id").asString()).isEqualTo(below);
		assertThat(page.data().get(5).path("id").asString()).isEqualTo(belowThird);
		assertThat(page.data().valueStream().noneMatch((post) -> post.path("moreReplies").asBoolean())).isTrue();
		assertThat(page.data().get(3).path("replyTo").asString()).isEqualTo(below);
		assertThat(page.data().get(3).path("id").asString()).isEqualTo(deepest);
		var first = page(GUEST, "view=tree&limit=2");
		assertThat(numbers(first)).containsExactly(1, 2, 4, 6);
		var rest = page(GUEST, "view=tree&limit=2&cursor=" + next(first));
		assertThat(numbers(rest)).containsExactly(3, 5);
		assertThat(numbers(page(GUEST, "view=tree&limit=2&cursor=" + prev(rest)))).containsExactly(1, 2, 4, 6);
		assertThat(page(GUEST, "limit=2&cursor=" + next(first)).status()).isEqualTo(400);
		this.forum.vote(TestUser.with(), "/posts/" + deepest, 1);
		assertThat(numbers(page(this.alice, "view=tree"))).containsExactly(1, 2, 4, 6, 3, 5);
	}

	@Test
	void treeMarksOmittedReplies() {
		var deepest = this.forum.reply(this.alice, this.thread);
		for (var depth = 0; depth < 22; depth++) {
			deepest = answer(deepest);
		}
		var page = page(GUEST, "view=tree");
		assertThat(numbers(page)).hasSize(22);
		assertThat(page.data().get(21).path("moreReplies").asBoolean()).isTrue();
		assertThat(page.data().get(20).path("moreReplies").asBoolean()).isFalse();
	}

	@Test
	void treeCursorDoesNotPassOpenGap() {
		var second = this.forum.reply(this.alice, this.thread);
		takeNumber();
		answer(second);
		replies(2);
		var first = page(GUEST, "view=tree&limit=3");
		assertThat(numbers(first)).containsExactly(1, 2, 4);
		fill(3);
		assertThat(numbers(page(GUEST, "view=tree&limit=3&cursor=" + next(first)))).containsExactly(3, 5, 6);
	}

	@Test
	void lastTreePageContainsPostsBehindOpenGap() {
		takeNumber();
		this.forum.reply(this.alice, this.thread);
		assertThat(numbers(page(GUEST, "view=tree"))).containsExactly(1, 3);
		fill(2);
		assertThat(numbers(page(GUEST, "view=tree"))).containsExactly(1, 2, 3);
	}

	private void replies(int count) {
		Stream.generate(() -> this.forum.reply(this.alice, this.thread)).limit(count).forEach((_) -> {
		});
	}

	private String answer(String postId) {
		return this.forum
			.post(this.alice, "/posts", Map.of("threadId", this.thread, "content", "An answer.", "replyTo", postId))
			.id();
	}

	/** Takes a number as a reply does before its transaction. */
	private void takeNumber() {
		this.mongo.updateFirst(new Query(Criteria.where("_id").is(this.thread)), new Update().inc("lastNumber", 1),
				ForumThread.class);
	}

	/** Commits a post with that number. */
	private void fill(int number) {
		var other = this.mongo.findOne(new Query(Criteria.where("threadId").is(this.thread).and("number").is(1)),
				Document.class, "posts");
		assertThat(other).isNotNull();
		this.mongo.insert(new Document(other).append("_id", Ids.next()).append("number", number), "posts");
		this.publisher.publishEvent(new ThreadsTouched(this.thread));
	}

	private void change(String postId, Update update) {
		this.mongo.updateFirst(new Query(Criteria.where("_id").is(postId)), update, Post.class);
		this.publisher.publishEvent(new ThreadsTouched(this.thread));
	}

	private static String tail(int number) {
		return org.parley.platform.web.paging.Cursor.next("number", number).encoded();
	}

	private TestResponse page(TestUser reader, String query) {
		return this.forum.get(reader, "/threads/" + this.thread + "/posts?" + query);
	}

	private static List<Integer> numbers(TestResponse page) {
		assertThat(page.status()).as(page.body().toString()).isEqualTo(200);
		return page.data().valueStream().map((post) -> post.path("number").asInt()).toList();
	}

	private static List<Integer> votes(TestResponse page) {
		return page.data().valueStream().map((JsonNode post) -> post.path("myVote").asInt()).toList();
	}

	private static String next(TestResponse page) {
		return page.body().path("meta").path("pagination").path("next").asString("");
	}

	private static String prev(TestResponse page) {
		return page.body().path("meta").path("pagination").path("prev").asString("");
	}

}
