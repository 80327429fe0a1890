package org.parley.forum.bookmarklist;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.forum.ForumIT;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.platform.test.client.TestUser.GUEST;

class BookmarkIT extends ForumIT {

	private final TestUser alice = TestUser.with();

	private final TestUser bob = TestUser.with();

	private String category = "";

	private String thread = "";

	private String post = "";

	@BeforeEach
	void createThreadAndPost() {
		this.category = this.forum.category();
		this.thread = this.forum.thread(this.alice, this.category);
		this.post = this.forum.reply(this.alice, this.thread);
	}

	@Test
	void bookmarksAreListedNewestFirst() {
		assertThat(mark(this.bob, "/threads/" + this.thread).status()).isEqualTo(204);
		assertThat(mark(this.bob, "/posts/" + this.post).status()).isEqualTo(204);
		var found = list(this.bob, "");
		assertThat(ids(found)).containsExactly(this.post, this.thread);
		var post = found.data().get(0);
		assertThat(post.path("kind").asString()).isEqualTo("post");
		assertThat(post.path("threadId").asString()).isEqualTo(this.thread);
		assertThat(post.path("number").asInt()).isEqualTo(2);
		assertThat(post.path("title").asString()).isEqualTo("Which tomatoes for a balcony?");
		assertThat(post.path("category").asString()).isEqualTo(this.category);
		assertThat(post.at("/author/username").asString()).isEqualTo(this.alice.username());
		assertThat(post.path("excerpt").asString()).isEqualTo("Try Stupice.");
		assertThat(found.data().get(1).path("kind").asString()).isEqualTo("thread");
		assertThat(found.data().get(1).path("excerpt").asString()).isEqualTo("It faces north.");
	}

	@Test
	void repeatedBookmarkIsStoredOnce() {
		mark(this.bob, "/posts/" + this.post);
		assertThat(mark(this.bob, "/posts/" + this.post).status()).isEqualTo(204);
		assertThat(list(this.bob, "").data()).hasSize(1);
	}

	@Test
	void repeatedRemovalSucceeds() {
		mark(this.bob, "/posts/" + this.post);
		mark(this.bob, "/threads/" + this.thread);
		assertThat(unmark("/posts/" + this.post).status()).isEqualTo(204);
		assertThat(unmark("/posts/" + this.post).status()).isEqualTo(204);
		assertThat(ids(list(this.bob, ""))).containsExactly(this.thread);
		assertThat(unmark("/threads/" + this.thread).status()).isEqualTo(204);
		assertThat(list(this.bob, "").data()).isEmpty();
	}

	@Test
	void bookmarksAreVisibleOnlyToOwner() {
		mark(this.bob, "/posts/" + this.post);
		assertThat(list(this.alice, "").data()).isEmpty();
		assertThat(list(this.forum.admin(), "?thread=" + this.thread).data()).isEmpty();
		assertThat(list(GUEST, "").code()).isEqualTo("auth.required");
	}

	@Test
	void threadParameterSelectsBookmarksOfThread() {
		var other = this.forum.thread(this.alice, this.category);
		List.of("/threads/" + other, "/posts/" + this.post, "/threads/" + this.thread)
			.forEach((path) -> mark(this.bob, path));
		assertThat(ids(list(this.bob, "?thread=" + this.thread))).containsExactly(this.thread, this.post);
	}

	@Test
	void cursorsReturnEachBookmarkOnceBothWays() {
		mark(this.bob, "/threads/" + this.thread);
		mark(this.bob, "/posts/" + this.post);
		var first = list(this.bob, "?limit=1");
		assertThat(ids(first)).containsExactly(this.post);
		var second = list(this.bob, "?limit=1&cursor=" + cursor(first, "next"));
		assertThat(ids(second)).containsExactly(this.thread);
		assertThat(second.body().at("/meta/pagination/next").isNull()).isTrue();
		assertThat(ids(list(this.bob, "?limit=1&cursor=" + cursor(second, "prev")))).containsExactly(this.post);
	}

	@Test
	void hiddenThreadIsLeftOutAndPagingContinues() {
		var hidden = this.forum.thread(this.alice, this.category);
		mark(this.bob, "/threads/" + this.thread);
		mark(this.bob, "/threads/" + hidden);
		this.forum.post(this.forum.moderator(), "/threads/" + hidden + "/hide", null);
		var first = list(this.bob, "?limit=1");
		assertThat(first.data()).isEmpty();
		assertThat(ids(list(this.bob, "?limit=1&cursor=" + cursor(first, "next")))).containsExactly(this.thread);
		this.forum.post(this.forum.moderator(), "/threads/" + hidden + "/unhide", null);
		assertThat(ids(list(this.bob, ""))).containsExactly(hidden, this.thread);
	}

	@Test
	void bookmarkOfUnreadableThreadIsHiddenButRemovable() {
		mark(this.bob, "/threads/" + this.thread);
		mark(this.bob, "/posts/" + this.post);
		var secret = this.forum.category("moderators", "moderators");
		this.forum.post(this.forum.moderator(), "/threads/" + this.thread + "/move", Map.of("category", secret));
		assertThat(list(this.bob, "").data()).isEmpty();
		assertThat(mark(this.bob, "/threads/" + this.thread).code()).isEqualTo("thread.not-found");
		assertThat(mark(this.bob, "/posts/" + this.post).code()).isEqualTo("post.not-found");
		assertThat(unmark("/posts/" + this.post).status()).isEqualTo(204);
		assertThat(unmark("/posts/" + this.post).code()).isEqualTo("post.not-found");
	}

	@Test
	void removedPostHasExcerptOnlyForAuthor() {
		mark(this.bob, "/posts/" + this.post);
		mark(this.alice, "/posts/" + this.post);
		this.forum.delete(this.forum.moderator(), "/posts/" + this.post);
		assertThat(list(this.bob, "").data().get(0).path("excerpt").isNull()).isTrue();
		assertThat(list(this.alice, "").data().get(0).path("excerpt").asString()).isEqualTo("Try Stupice.");
	}

	@Test
	void bookmarkedPostSaysSoToItsReaderOnly() {
		var page = "/threads/" + this.thread + "/posts";
		assertThat(bookmarked(this.bob, page)).containsExactly(false, false);
		mark(this.bob, "/posts/" + this.post);
		assertThat(bookmarked(this.bob, page)).containsExactly(false, true);
		assertThat(bookmarked(this.bob, page + "?view=tree")).containsExactly(false, true);
		assertThat(bookmarked(this.alice, page)).containsExactly(false, false);
		assertThat(bookmarked(GUEST, page)).containsExactly(false, false);
		assertThat(isBookmarked(this.bob, "/posts/" + this.post)).isTrue();
		assertThat(isBookmarked(this.alice, "/posts/" + this.post)).isFalse();
		assertThat(isBookmarked(GUEST, "/posts/" + this.post)).isFalse();
		unmark("/posts/" + this.post);
		assertThat(bookmarked(this.bob, page)).containsExactly(false, false);
		assertThat(isBookmarked(this.bob, "/posts/" + this.post)).isFalse();
	}

	@Test
	void bookmarkedThreadSaysSoToItsReaderOnly() {
		var path = "/threads/" + this.thread;
		mark(this.bob, path);
		assertThat(isBookmarked(this.bob, path)).isTrue();
		assertThat(isBookmarked(this.alice, path)).isFalse();
		assertThat(this.forum.get(GUEST, path).data().has("bookmarked")).isFalse();
		unmark(path);
		assertThat(isBookmarked(this.bob, path)).isFalse();
	}

	@Test
	void answerToChangeKeepsBookmarkOfItsReader() {
		var moderator = this.forum.moderator();
		var path = "/threads/" + this.thread;
		mark(moderator, path);
		for (var change : List.of("/lock", "/unlock", "/pin")) {
			assertThat(this.forum.post(moderator, path + change, null).data()).as(change)
				.isEqualTo(this.forum.get(moderator, path).data());
		}
		assertThat(isBookmarked(moderator, path)).isTrue();
	}

	private List<Boolean> bookmarked(TestUser user, String page) {
		return this.forum.get(user, page)
			.data()
			.valueStream()
			.map((post) -> post.path("bookmarked").asBoolean())
			.toList();
	}

	private boolean isBookmarked(TestUser user, String path) {
		return this.forum.get(user, path).data().path("bookmarked").asBoolean();
	}

	private TestResponse mark(TestUser user, String path) {
		return this.forum.put(user, path + "/bookmark", null);
	}

	private TestResponse unmark(String path) {
		return this.forum.delete(this.bob, path + "/bookmark");
	}

	private TestResponse list(TestUser user, String query) {
		return this.forum.get(user, "/bookmarks" + query);
	}

	private static List<String> ids(TestResponse list) {
		return list.data().valueStream().map((bookmark) -> bookmark.path("id").asString()).toList();
	}

	private static String cursor(TestResponse list, String way) {
		return list.body().at("/meta/pagination/" + way).asString();
	}

}
