package org.parley.forum.relocation;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.forum.ForumIT;
import org.parley.forum.search.index.FollowedIndex;
import org.parley.forum.thread.Threads;
import org.parley.forum.thread.event.ThreadEventPublisher;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.platform.test.client.TestUser.GUEST;

@ExtendWith(FollowedIndex.class)
class MergeIT extends ForumIT {

	private final TestUser alice = TestUser.with();

	private final TestUser bob = TestUser.with();

	@Autowired
	private Threads stored;

	@Autowired
	private ThreadEventPublisher events;

	private Discussions threads = new Discussions(this.forum);

	private String category = "";

	private String source = "";

	private String target = "";

	@BeforeEach
	void twoThreads() {
		this.threads = new Discussions(this.forum);
		this.category = this.forum.category();
		this.target = this.threads.thread(this.alice, this.category, 2);
		this.source = this.threads.thread(this.bob, this.category, 3);
	}

	@Test
	void mergeMovesAllPostsInOrder() {
		var expected = Stream.concat(this.threads.ids(this.target).stream(), this.threads.ids(this.source).stream())
			.toList();
		var opening = this.threads.ids(this.source).getFirst();
		var accepted = this.threads.merge(this.source, this.target);
		assertThat(accepted.status()).isEqualTo(202);
		assertThat(accepted.header("Location")).isEqualTo("/api/v1/admin/thread-works/" + accepted.id());
		awaitMerged(accepted);
		assertThat(this.threads.posts(this.target)).extracting((post) -> post.path("number").asInt())
			.containsExactly(1, 2, 3, 4, 5, 6, 7);
		assertThat(this.threads.ids(this.target)).isEqualTo(expected);
		assertThat(this.threads.post(opening).path("threadId").asString()).isEqualTo(this.target);
		soon()
			.untilAsserted(() -> assertThat(this.threads.thread(this.target).path("replyCount").asInt()).isEqualTo(6));
		assertThat(this.threads.thread(this.target).at("/lastPostBy/id").asString()).isEqualTo(this.bob.id());
		assertThat(this.forum.reply(this.alice, this.target)).isNotEmpty();
	}

	@Test
	void mergeKeepsReplyRelations() {
		var first = this.threads.ids(this.source).get(1);
		var answer = this.forum.post(this.alice, "/posts",
				Map.of("threadId", this.source, "content", "Really?", "replyTo", first));
		awaitMerged(this.threads.merge(this.source, this.target));
		assertThat(this.threads.post(answer.id()).path("replyTo").asString()).isEqualTo(first);
		var tree = this.forum.get(GUEST, "/threads/" + this.target + "/posts?view=tree").data();
		assertThat(tree.valueStream().filter((post) -> post.path("id").asString().equals(answer.id()))).singleElement()
			.extracting((post) -> post.path("depth").asInt())
			.isEqualTo(1);
	}

	@Test
	void categoryOfMergedThreadCanBeRemoved() {
		var emptied = this.forum.category();
		var merged = this.threads.thread(this.bob, emptied, 1);
		awaitMerged(this.threads.merge(merged, this.target));
		assertThat(this.forum.delete(this.forum.admin(), "/categories/" + emptied).status()).isEqualTo(204);
		assertRedirects("/threads/" + merged, "/threads/" + this.target);
		assertThat(this.events.data(this.stored.find(merged).orElseThrow()).category().slug()).isEqualTo(this.category);
	}

	@Test
	void oldAddressesRedirect() {
		var posts = this.threads.ids(this.source);
		awaitMerged(this.threads.merge(this.source, this.target));
		assertRedirects("/threads/" + this.source, "/threads/" + this.target);
		assertRedirects("/threads/" + this.source + "?slug=before", "/threads/" + this.target);
		assertRedirects("/threads/" + this.source + "/progress", "/threads/" + this.target + "/progress");
		assertRedirects("/threads/" + this.source + "/posts?around=2", "/threads/" + this.target + "/posts?around=5");
		assertRedirects("/threads/" + this.source + "/posts?around=2&limit=10",
				"/threads/" + this.target + "/posts?limit=10&around=5");
		assertRedirects("/threads/" + this.source + "/posts", "/threads/" + this.target + "/posts?around=4");
		var on = this.forum.get(GUEST, "/threads/" + this.source + "/posts?view=tree").header("Location");
		assertThat(this.forum.get(GUEST, on.substring("/api/v1".length())).data().get(0).path("id").asString())
			.isEqualTo(posts.getFirst());
		assertThat(this.forum.call(GUEST, "HEAD", "/threads/" + this.source, null).status()).isEqualTo(301);
	}

	@Test
	void oldCursorsRedirectToMovedPosts() {
		var page = this.forum.get(GUEST, "/threads/" + this.source + "/posts?limit=2");
		var last = this.forum.get(GUEST, "/threads/" + this.source + "/posts?limit=2&cursor=" + Discussions.next(page));
		var back = last.body().at("/meta/pagination/prev").asString();
		var posts = this.threads.ids(this.source);
		awaitMerged(this.threads.merge(this.source, this.target));
		assertThat(follow("/threads/" + this.source + "/posts?limit=2&cursor=" + Discussions.next(page)))
			.containsExactly(posts.get(2), posts.get(3));
		assertThat(follow("/threads/" + this.source + "/posts?limit=2&cursor=" + back)).containsExactly(posts.get(0),
				posts.get(1));
	}

	@Test
	void redirectFollowsChainOfMerges() {
		var third = this.threads.thread(this.alice, this.category, 0);
		var reply = this.threads.ids(this.source).get(1);
		awaitMerged(this.threads.merge(this.source, this.target));
		awaitMerged(this.threads.merge(this.target, third));
		assertRedirects("/threads/" + this.source, "/threads/" + third);
		assertRedirects("/threads/" + this.source + "/posts?around=2",
				"/threads/" + third + "/posts?around=" + this.threads.post(reply).path("number").asInt());
		assertThat(this.threads.posts(third)).hasSize(8);
	}

	@Test
	void mergedThreadRefusesChanges() {
		awaitMerged(this.threads.merge(this.source, this.target));
		var moderator = this.forum.moderator();
		var thread = "/threads/" + this.source;
		assertRefused(this.forum.post(this.bob, "/posts", Map.of("threadId", this.source, "content", "Late")), 409,
				"thread.merged");
		for (var step : List.of("lock", "hide", "pin", "restore", "archive")) {
			assertRefused(this.forum.post(moderator, thread + "/" + step, null), 409, "thread.merged");
		}
		assertRefused(this.forum.vote(this.alice, thread, 1), 409, "thread.merged");
		assertRefused(this.forum.put(this.alice, thread + "/bookmark", null), 409, "thread.merged");
		assertRefused(this.forum.patch(this.bob, thread, Map.of("title", "Mine")), 409, "thread.merged");
		assertRefused(this.forum.delete(moderator, thread), 409, "thread.merged");
		assertRefused(this.threads.split(this.source, List.of("nothing")), 409, "thread.merged");
		assertRefused(this.threads.merge(this.target, this.source), 409, "thread.merged");
	}

	@Test
	void repeatedMergeChangesNothing() {
		var accepted = this.threads.merge(this.source, this.target);
		awaitMerged(accepted);
		var again = this.threads.merge(this.source, this.target);
		assertThat(again.status()).isEqualTo(200);
		assertThat(again.id()).isEqualTo(accepted.id());
		assertThat(again.data().path("moved").asInt()).isEqualTo(4);
		assertThat(this.threads.posts(this.target)).hasSize(7);
		assertRefused(this.threads.merge(this.source, this.threads.thread(this.bob, this.category, 0)), 409,
				"thread.merged");
	}

	@Test
	void authorOfMergedThreadFollowsTarget() {
		var source = this.threads.thread(this.bob, this.category, 1);
		var muted = this.threads.thread(this.bob, this.category, 1);
		var target = this.threads.thread(TestUser.with(), this.category, 1);
		awaitMerged(this.threads.merge(source, target));
		assertThat(level(this.bob, target)).isEqualTo("following");
		var quiet = this.threads.thread(TestUser.with(), this.category, 1);
		level(this.bob, muted, "muted");
		awaitMerged(this.threads.merge(muted, quiet));
		assertThat(level(this.bob, quiet)).isEqualTo("none");
	}

	@Test
	void personalDataFollowsMergedThread() {
		var reply = this.threads.ids(this.source).get(1);
		this.forum.put(this.alice, "/threads/" + this.source + "/bookmark", null);
		this.forum.put(this.alice, "/posts/" + reply + "/bookmark", null);
		this.forum.put(this.bob, "/threads/" + this.source + "/bookmark", null);
		this.forum.put(this.bob, "/threads/" + this.target + "/bookmark", null);
		level(this.alice, this.source, "following");
		level(this.bob, this.source, "following");
		level(this.bob, this.target, "muted");
		var draft = this.forum.post(this.alice, "/drafts", Map.of("threadId", this.source, "content", "I think")).id();
		this.forum.vote(this.alice, "/posts/" + reply, 1);
		awaitMerged(this.threads.merge(this.source, this.target));
		assertThat(this.forum.get(this.alice, "/bookmarks?thread=" + this.target).data()).hasSize(2)
			.allSatisfy((mark) -> assertThat(mark.path("threadId").asString()).isEqualTo(this.target));
		assertThat(this.forum.get(this.bob, "/bookmarks").data()).hasSize(1);
		assertThat(level(this.alice, this.target)).isEqualTo("following");
		assertThat(level(this.bob, this.target)).isEqualTo("muted");
		assertThat(this.forum.get(this.alice, "/drafts/" + draft).data().path("threadId").asString())
			.isEqualTo(this.target);
		soon().untilAsserted(() -> assertThat(this.threads.post(reply).path("voteScore").asInt()).isOne());
		this.forum.vote(this.alice, "/posts/" + reply, -1);
		soon().untilAsserted(() -> assertThat(this.threads.post(reply).path("voteScore").asInt()).isEqualTo(-1));
	}

	@Test
	void listsAndSearchShowOnlyTarget() {
		var word = "w" + TestUser.with().id().substring(16).toLowerCase(java.util.Locale.ROOT);
		this.forum.post(this.bob, "/posts", Map.of("threadId", this.source, "content", "About " + word));
		awaitMerged(this.threads.merge(this.source, this.target));
		assertThat(this.forum.get(GUEST, "/threads?category=" + this.category).data().valueStream())
			.extracting((thread) -> thread.path("id").asString())
			.containsExactly(this.target);
		assertThat(this.forum.get(this.forum.moderator(), "/threads?status=hidden&category=" + this.category).data())
			.isEmpty();
		soon().untilAsserted(() -> assertThat(this.forum.get(GUEST, "/threads/search?q=" + word).data().valueStream())
			.extracting((hit) -> hit.path("threadId").asString(""))
			.containsExactly(this.target));
	}

	@Test
	void redirectToInvisibleTargetIsNotFound() {
		var internal = this.forum.category("moderators", "moderators");
		var secret = this.forum.thread(this.forum.moderator(), internal);
		awaitMerged(this.threads.merge(this.source, secret));
		assertRefused(this.forum.get(this.bob, "/threads/" + this.source), 404, "thread.not-found");
		assertRefused(this.forum.get(this.bob, "/threads/" + this.source + "/posts?around=2"), 404, "thread.not-found");
		assertThat(this.forum.get(this.forum.moderator(), "/threads/" + this.source).status()).isEqualTo(301);
	}

	@Test
	void mergeRequiresModerator() {
		var path = "/threads/" + this.source + "/merge";
		var body = Map.of("into", this.target);
		assertThat(this.forum.post(GUEST, path, body).status()).isEqualTo(401);
		assertRefused(this.forum.post(this.bob, path, body), 403, "auth.forbidden");
		var accepted = this.threads.merge(this.source, this.target);
		awaitMerged(accepted);
		var work = "/admin/thread-works/" + accepted.id();
		assertThat(this.forum.get(GUEST, work).status()).isEqualTo(401);
		assertRefused(this.forum.get(this.bob, work), 403, "auth.forbidden");
		assertRefused(this.forum.get(this.forum.moderator(), "/admin/thread-works/none"), 404, "thread-work.not-found");
	}

	@Test
	void relocationInUnreadableCategoryIsNotFound() {
		var closed = this.forum.category("admins", "admins");
		var here = this.forum.thread(this.forum.admin(), closed);
		var there = this.forum.thread(this.forum.admin(), closed);
		assertRefused(this.threads.merge(here, this.target), 404, "thread.not-found");
		assertFieldRefused(this.threads.merge(this.source, here), "into", "thread.not-found");
		var accepted = this.forum.post(this.forum.admin(), "/threads/" + here + "/merge", Map.of("into", there));
		assertThat(accepted.status()).isEqualTo(202);
		assertRefused(this.forum.get(this.forum.moderator(), "/admin/thread-works/" + accepted.id()), 404,
				"thread-work.not-found");
		assertThat(this.forum.get(this.forum.admin(), "/admin/thread-works/" + accepted.id()).status()).isEqualTo(200);
	}

	@Test
	void invalidMergesAreRefused() {
		var moderator = this.forum.moderator();
		assertRefused(this.threads.merge(this.source, this.source), 409, "thread.same");
		assertRefused(this.threads.merge("nowhere", this.source), 404, "thread.not-found");
		assertFieldRefused(this.threads.merge(this.source, "nowhere"), "into", "thread.not-found");
		this.forum.delete(moderator, "/threads/" + this.source);
		assertRefused(this.threads.merge(this.source, this.target), 409, "thread.removed");
		assertRefused(this.threads.merge(this.target, this.source), 409, "thread.removed");
		assertThat(this.forum
			.post(moderator, "/threads/" + this.target + "/merge", Map.of("into", this.source), "If-Match",
					"\"17.abc\"")
			.status()).isEqualTo(412);
	}

	private void awaitMerged(TestResponse accepted) {
		assertThat(accepted.status()).as(accepted.toString()).isBetween(200, 202);
		this.threads.awaitDone(accepted);
	}

	private void assertRedirects(String from, String to) {
		var answer = this.forum.get(this.alice, from);
		assertThat(answer.status()).as(from).isEqualTo(301);
		assertThat(answer.header("Location")).isEqualTo("/api/v1" + to);
		assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
		assertThat(this.forum.get(this.alice, to).status()).isEqualTo(200);
	}

	private List<String> follow(String path) {
		var there = this.forum.get(GUEST, path).header("Location");
		return this.forum.get(GUEST, there.substring("/api/v1".length()))
			.data()
			.valueStream()
			.map((JsonNode post) -> post.path("id").asString())
			.toList();
	}

	private void level(TestUser who, String thread, String level) {
		this.forum.put(who, "/threads/" + thread + "/subscription", Map.of("level", level));
	}

	private String level(TestUser who, String thread) {
		return this.forum.get(who, "/threads/" + thread + "/subscription").data().path("level").asString();
	}

	private static void assertRefused(TestResponse reply, int status, String code) {
		assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
		assertThat(reply.code()).isEqualTo(code);
	}

	private static void assertFieldRefused(TestResponse reply, String field, String code) {
		assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
		assertThat(reply.body().at("/errors/0/field").asString()).isEqualTo(field);
		assertThat(reply.body().at("/errors/0/code").asString()).isEqualTo(code);
	}

}
