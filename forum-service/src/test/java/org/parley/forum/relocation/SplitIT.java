package org.parley.forum.relocation;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.forum.ForumIT;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.platform.test.client.TestUser.GUEST;

class SplitIT extends ForumIT {

	private final TestUser alice = TestUser.with();

	private final TestUser bob = TestUser.with();

	private Discussions threads = new Discussions(this.forum);

	private String category = "";

	private String source = "";

	private List<String> posts = List.of();

	@BeforeEach
	void aThread() {
		this.threads = new Discussions(this.forum);
		this.category = this.forum.category();
		this.source = this.threads.thread(this.alice, this.category, 2);
		this.forum.reply(this.bob, this.source);
		this.forum.reply(this.bob, this.source);
		this.posts = this.threads.ids(this.source);
	}

	@Test
	void chosenRepliesBecomeThreadInOrder() {
		var accepted = split(this.posts.get(3), this.posts.get(1));
		var target = accepted.data().path("target").asString();
		assertThat(this.threads.ids(target)).containsExactly(this.posts.get(1), this.posts.get(3));
		assertThat(this.threads.numbers(target)).containsExactlyInAnyOrder(1, 2);
		assertThat(this.threads.numbers(this.source)).containsExactlyInAnyOrder(1, 3, 5);
		var thread = this.threads.thread(target);
		assertThat(thread.path("title").asString()).isEqualTo("Something else");
		assertThat(thread.path("status").asString()).isEqualTo("open");
		assertThat(thread.at("/author/id").asString()).isEqualTo(this.alice.id());
		assertThat(thread.path("excerpt").asString()).isEqualTo("Try Stupice.");
		soon().untilAsserted(() -> {
			assertThat(this.threads.thread(target).path("replyCount").asInt()).isOne();
			assertThat(this.threads.thread(this.source).path("replyCount").asInt()).isEqualTo(2);
		});
		assertThat(this.forum.reply(this.bob, target)).isNotEmpty();
		assertThat(this.forum.reply(this.bob, this.source)).isNotEmpty();
	}

	@Test
	void splitFromNumberMovesAllLaterReplies() {
		this.forum.put(this.bob, "/threads/" + this.source + "/progress", Map.of("number", 4));
		var other = this.forum.category();
		var accepted = this.forum.post(this.forum.moderator(), "/threads/" + this.source + "/split",
				Map.of("from", 4, "title", "Rest", "category", other, "tags", List.of("rest", "rest")));
		awaitDone(accepted);
		var target = accepted.data().path("target").asString();
		assertThat(this.threads.ids(target)).containsExactly(this.posts.get(3), this.posts.get(4));
		assertThat(this.threads.thread(target).path("category").asString()).isEqualTo(other);
		assertThat(this.threads.thread(target).path("tags")).hasSize(1);
		var last = this.threads.post(this.posts.get(2)).path("createdAt").asString();
		soon().untilAsserted(() -> {
			assertThat(this.threads.thread(this.source).at("/lastPostBy/id").asString()).isEqualTo(this.alice.id());
			assertThat(this.threads.thread(this.source).path("lastActivityAt").asString()).isEqualTo(last);
		});
		assertThat(progress(target)).isOne();
		assertThat(progress(this.source)).isEqualTo(4);
	}

	@Test
	void oldNumberRedirectsToMovedPost() {
		var target = split(this.posts.get(1), this.posts.get(3)).data().path("target").asString();
		var pages = "/threads/" + this.source + "/posts";
		assertThat(this.forum.get(GUEST, pages + "?around=4").header("Location"))
			.isEqualTo("/api/v1/threads/" + target + "/posts?around=2");
		assertThat(this.forum.get(GUEST, pages + "?around=3").status()).isEqualTo(200);
		assertThat(this.forum.get(GUEST, pages).status()).isEqualTo(200);
		var back = this.threads.merge(target, this.source);
		awaitDone(back);
		assertThat(this.forum.get(GUEST, pages + "?around=4").header("Location"))
			.isEqualTo("/api/v1" + pages + "?around=7");
		assertThat(this.threads.ids(this.source)).containsExactly(this.posts.get(0), this.posts.get(2),
				this.posts.get(4), this.posts.get(1), this.posts.get(3));
	}

	@Test
	void newThreadHasVotesOfItsOpeningPost() {
		this.forum.vote(TestUser.with(), "/posts/" + this.posts.get(3), 1);
		soon().until(() -> this.threads.post(this.posts.get(3)).path("voteScore").asInt() == 1);
		this.forum.vote(TestUser.with(), "/posts/" + this.posts.get(3), 1);
		var target = split(this.posts.get(3)).data().path("target").asString();
		soon().untilAsserted(() -> assertThat(this.threads.thread(target).path("voteScore").asInt()).isEqualTo(2));
		assertThat(this.threads.thread(this.source).path("voteScore").asInt()).isZero();
	}

	@Test
	void replyWithoutItsParentBecomesReplyToThread() {
		var toFirst = replyTo(this.posts.get(1));
		var deeper = replyTo(toFirst);
		var toSecond = replyTo(this.posts.get(2));
		var target = split(this.posts.get(1), deeper, toSecond).data().path("target").asString();
		assertThat(this.threads.post(toFirst).path("replyTo").isNull()).isTrue();
		assertThat(this.threads.post(deeper).path("replyTo").isNull()).isTrue();
		assertThat(this.threads.post(toSecond).path("replyTo").isNull()).isTrue();
		assertThat(tree(this.source)).contains(toFirst).doesNotContain(deeper);
		assertThat(tree(target)).containsExactly(this.posts.get(1), deeper, toSecond);
	}

	@Test
	void replyMovedWithParentStaysReply() {
		var answer = replyTo(this.posts.get(1));
		split(this.posts.get(1), answer);
		assertThat(this.threads.post(answer).path("replyTo").asString()).isEqualTo(this.posts.get(1));
	}

	@Test
	void splitWithdrawsMovedAnswer() {
		this.forum.put(this.alice, "/threads/" + this.source + "/answer", Map.of("postId", this.posts.get(3)));
		split(this.posts.get(1));
		assertThat(this.threads.thread(this.source).path("acceptedAnswer").asString()).isEqualTo(this.posts.get(3));
		split(this.posts.get(3));
		assertThat(this.threads.thread(this.source).path("acceptedAnswer").isNull()).isTrue();
	}

	@Test
	void bookmarksAndDraftsFollowMovedPosts() {
		this.forum.put(this.bob, "/posts/" + this.posts.get(1) + "/bookmark", null);
		this.forum.put(this.bob, "/threads/" + this.source + "/bookmark", null);
		var draft = this.forum
			.post(this.bob, "/drafts",
					Map.of("threadId", this.source, "replyTo", this.posts.get(1), "content", "I think"))
			.id();
		var target = split(this.posts.get(1)).data().path("target").asString();
		assertThat(this.forum.get(this.bob, "/bookmarks?thread=" + target).data()).hasSize(1);
		assertThat(this.forum.get(this.bob, "/bookmarks?thread=" + this.source).data()).hasSize(1);
		assertThat(this.forum.get(this.bob, "/drafts/" + draft).data().path("threadId").asString()).isEqualTo(target);
	}

	@Test
	void repeatedRequestSplitsOnce() {
		var request = Map.of("posts", List.of(this.posts.get(1)), "title", "Once");
		var path = "/threads/" + this.source + "/split";
		var first = this.forum.post(this.forum.moderator(), path, request, "Idempotency-Key", "once-" + this.source);
		awaitDone(first);
		var again = this.forum.post(this.forum.moderator(), path, request, "Idempotency-Key", "once-" + this.source);
		assertThat(again.id()).isEqualTo(first.id());
		assertRefused(this.forum.post(this.forum.moderator(), path, request), 400, "posts", "post.not-found");
	}

	@Test
	void invalidSplitsAreRefused() {
		var moderator = this.forum.moderator();
		var path = "/threads/" + this.source + "/split";
		assertThat(this.forum.post(GUEST, path, Map.of("from", 2, "title", "Mine")).status()).isEqualTo(401);
		assertThat(this.forum.post(this.alice, path, Map.of("from", 2, "title", "Mine")).code())
			.isEqualTo("auth.forbidden");
		assertRefused(this.threads.split(this.source, List.of(this.posts.getFirst())), 400, "posts",
				"post.opens-thread");
		assertRefused(this.threads.splitFrom(this.source, 1), 400, "from", "post.opens-thread");
		assertRefused(this.threads.splitFrom(this.source, 6), 400, "from", "post.not-found");
		assertRefused(this.threads.split(this.source, List.of("nothing")), 400, "posts", "post.not-found");
		var elsewhere = this.forum.reply(this.alice, this.forum.thread(this.bob, this.category));
		assertRefused(this.threads.split(this.source, List.of(elsewhere)), 400, "posts", "post.not-found");
		this.forum.delete(moderator, "/posts/" + this.posts.get(1));
		assertRefused(this.threads.split(this.source, this.posts.subList(1, 3)), 400, "posts", "post.not-shown");
		assertThat(this.forum.post(moderator, path, Map.of("from", 2, "title", "Mine", "category", "nowhere")).code())
			.isEqualTo("category.not-found");
		this.forum.post(moderator, "/threads/" + this.source + "/archive", null);
		assertThat(this.threads.splitFrom(this.source, 3).code()).isEqualTo("thread.archived");
	}

	@Test
	void hiddenPostStaysHiddenAfterSplit() {
		this.forum.delete(this.forum.moderator(), "/posts/" + this.posts.get(3));
		var target = split(this.posts.get(2), this.posts.get(3)).data().path("target").asString();
		assertThat(this.threads.posts(target).get(1).path("status").asString()).isEqualTo("removed");
		soon()
			.untilAsserted(() -> assertThat(this.threads.thread(this.source).path("replyCount").asInt()).isEqualTo(2));
		assertThat(this.threads.thread(target).path("replyCount").asInt()).isZero();
		this.forum.post(this.forum.moderator(), "/posts/" + this.posts.get(3) + "/restore", null);
		soon().untilAsserted(() -> assertThat(this.threads.thread(target).path("replyCount").asInt()).isOne());
	}

	private TestResponse split(String... chosen) {
		var accepted = this.threads.split(this.source, List.of(chosen));
		awaitDone(accepted);
		return accepted;
	}

	private void awaitDone(TestResponse accepted) {
		assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
		this.threads.awaitDone(accepted);
	}

	private String replyTo(String parent) {
		return this.forum
			.post(this.bob, "/posts", Map.of("threadId", this.source, "content", "Really?", "replyTo", parent))
			.id();
	}

	private int progress(String thread) {
		return this.forum.get(this.bob, "/threads/" + thread + "/progress").data().path("number").asInt();
	}

	private List<String> tree(String thread) {
		return this.forum.get(GUEST, "/threads/" + thread + "/posts?view=tree")
			.data()
			.valueStream()
			.map((JsonNode post) -> post.path("id").asString())
			.toList();
	}

	private static void assertRefused(TestResponse reply, int status, String field, String code) {
		assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
		assertThat(reply.body().at("/errors/0/field").asString()).isEqualTo(field);
		assertThat(reply.body().at("/errors/0/code").asString()).isEqualTo(code);
	}

}
