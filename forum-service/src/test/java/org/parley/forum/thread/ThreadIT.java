package org.parley.forum.thread;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.forum.ForumIT;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.platform.test.client.TestUser.GUEST;

class ThreadIT extends ForumIT {

	private final TestUser alice = TestUser.with();

	private final TestUser bob = TestUser.with();

	private String category = "";

	private String thread = "";

	@BeforeEach
	void start() {
		this.category = this.forum.category();
		this.thread = this.forum.thread(this.alice, this.category);
	}

	@Test
	void newThreadHasAllProperties() {
		var created = this.forum.post(this.alice, "/threads",
				Map.of("category", this.category, "title", "  Which tomatoes?  ", "content",
						"It faces **north**.\n\nWhat grows?", "tags", List.of("a", "b", "a")));
		assertThat(created.status()).isEqualTo(201);
		assertThat(created.header("Location")).isEqualTo("/api/v1/threads/" + created.id());
		var found = this.forum.get(this.alice, "/threads/" + created.id());
		assertThat(found.data()).isEqualTo(created.data());
		assertThat(found.header("ETag")).isEqualTo(created.header("ETag"));
		var data = found.data();
		assertThat(data.path("title").asString()).isEqualTo("Which tomatoes?");
		assertThat(data.path("slug").asString()).isEqualTo("which-tomatoes");
		assertThat(data.path("category").asString()).isEqualTo(this.category);
		assertThat(data.path("tags").toString()).isEqualTo("[\"a\",\"b\"]");
		assertThat(data.path("author").path("username").asString()).isEqualTo(this.alice.username());
		assertThat(data.path("lastPostBy").path("id").asString()).isEqualTo(this.alice.id());
		assertThat(data.path("status").asString()).isEqualTo("open");
		assertThat(data.path("excerpt").asString()).isEqualTo("It faces north. What grows?");
		assertThat(data.path("replyCount").asInt()).isZero();
	}

	@Test
	void oldSlugRedirectsToCurrentOne() {
		var old = this.forum.get(GUEST, path()).data().path("slug").asString();
		assertThat(this.forum.get(GUEST, path() + "?slug=" + old).status()).isEqualTo(200);
		this.forum.patch(this.alice, path(), Map.of("title", "Übergrößen?"));
		var elsewhere = this.forum.get(GUEST, path() + "?slug=" + old);
		assertThat(elsewhere.status()).isEqualTo(301);
		assertThat(elsewhere.header("Cache-Control")).as("the title may change back").isEqualTo("no-cache");
		assertThat(elsewhere.header("Location")).isEqualTo("/api/v1" + path() + "?slug=%C3%BCbergr%C3%B6%C3%9Fen");
		var followed = this.forum.get(GUEST, elsewhere.header("Location").substring("/api/v1".length()));
		assertThat(followed.status()).isEqualTo(200);
		assertThat(this.forum.get(GUEST, path() + "?slug=" + "x".repeat(201)).status()).isEqualTo(400);
	}

	@Test
	void slugOfHiddenThreadIsNotRevealed() {
		this.forum.post(this.forum.moderator(), path() + "/hide", null);
		assertRefused(this.forum.get(GUEST, path() + "?slug=x"), 404, "thread.not-found");
	}

	@Test
	void authorRenamesThread() {
		var renamed = this.forum.patch(this.alice, path(), Map.of("title", "Something else"));
		assertThat(renamed.status()).isEqualTo(200);
		assertThat(renamed.data().path("slug").asString()).isEqualTo("something-else");
		assertThat(renamed.data().path("version").asLong()).isOne();
		assertThat(this.forum.get(this.alice, path()).data()).isEqualTo(renamed.data());
	}

	@Test
	void editWithSameValuesChangesNothing() {
		var before = this.forum.get(this.alice, path());
		var same = this.forum.patch(this.alice, path(), Map.of());
		assertThat(same.status()).isEqualTo(200);
		assertThat(same.header("ETag")).isEqualTo(before.header("ETag"));
	}

	@Test
	void staleEditIsRefused() {
		var read = this.forum.get(this.alice, path()).header("ETag");
		this.forum.patch(this.forum.moderator(), path(), Map.of("title", "Moderated"));
		assertRefused(this.forum.patch(this.alice, path(), Map.of("title", "Too late"), "If-Match", read), 412,
				"request.precondition-failed");
		assertRefused(this.forum.delete(this.alice, path(), "If-Match", read), 412, "request.precondition-failed");
		assertThat(this.forum.patch(this.alice, path(), Map.of("title", "In time")).status()).isEqualTo(200);
	}

	@Test
	void repliesAndVotesKeepVersion() {
		var read = this.forum.get(this.alice, path()).header("ETag");
		this.forum.reply(this.bob, this.thread);
		this.forum.vote(this.bob, path(), 1);
		soon().until(() -> this.forum.get(GUEST, path()).data().path("voteScore").asInt() == 1);
		assertThat(this.forum.patch(this.alice, path(), Map.of("title", "Still mine"), "If-Match", read).status())
			.isEqualTo(200);
		assertThat(this.forum.get(GUEST, path()).data().path("replyCount").asInt()).isOne();
	}

	@Test
	void authorRemovesThreadWithoutReplies() {
		assertThat(this.forum.delete(this.alice, path()).status()).isEqualTo(204);
		assertRefused(this.forum.get(this.alice, path()), 404, "thread.not-found");
		var answered = this.forum.thread(this.alice, this.category);
		this.forum.reply(this.bob, answered);
		assertRefused(this.forum.delete(this.alice, "/threads/" + answered), 409, "thread.has-replies");
		assertThat(this.forum.delete(this.forum.moderator(), "/threads/" + answered).status()).isEqualTo(204);
	}

	@Test
	void moderatorRestoresRemovedThread() {
		this.forum.delete(this.alice, path());
		assertThat(this.forum.get(this.forum.moderator(), path()).data().path("status").asString())
			.isEqualTo("removed");
		assertRefused(this.forum.post(this.bob, "/posts", Map.of("threadId", this.thread, "content", "x")), 404,
				"thread.not-found");
		assertThat(step("restore").data().path("status").asString()).isEqualTo("open");
		assertThat(this.forum.get(GUEST, path()).status()).isEqualTo(200);
	}

	@Test
	void transitionsChangeStatusOnce() {
		assertTakenOnce("lock", "locked");
		assertTakenOnce("archive", "archived");
		assertTakenOnce("hide", "hidden");
	}

	private void assertTakenOnce(String step, String status) {
		var taken = step(step);
		assertThat(taken.status()).isEqualTo(200);
		assertThat(taken.data().path("status").asString()).isEqualTo(status);
		assertThat(step(step).data().path("version").asLong()).isEqualTo(taken.data().path("version").asLong());
		assertRefused(
				this.forum.post(this.forum.moderator(), "/posts", Map.of("threadId", this.thread, "content", "x")), 409,
				"thread." + status);
	}

	@Test
	void unhideRestoresPreviousStatus() {
		step("lock");
		step("hide");
		assertRefused(this.forum.get(GUEST, path()), 404, "thread.not-found");
		assertRefused(this.forum.get(this.alice, path()), 404, "thread.not-found");
		assertRefused(step("unlock"), 409, "thread.hidden");
		assertThat(step("unhide").data().path("status").asString()).isEqualTo("locked");
		assertThat(step("unlock").data().path("status").asString()).isEqualTo("open");
	}

	@Test
	void archivedThreadIsReadOnly() {
		step("archive");
		assertThat(this.forum.get(GUEST, path()).status()).isEqualTo(200);
		assertRefused(this.forum.patch(this.alice, path(), Map.of("title", "Changed")), 409, "thread.archived");
		assertRefused(this.forum.patch(this.forum.moderator(), path(), Map.of("title", "Changed")), 409,
				"thread.archived");
		assertRefused(this.forum.vote(this.bob, path(), 1), 409, "thread.archived");
		assertThat(step("unarchive").data().path("status").asString()).isEqualTo("open");
	}

	@Test
	void moderatorPinsAndUnpins() {
		assertThat(step("pin").data().path("pinned").asBoolean()).isTrue();
		assertThat(step("unpin").data().path("pinned").asBoolean()).isFalse();
	}

	@Test
	void movedThreadHasReadersOfNewCategory() {
		var hidden = this.forum.category("moderators", "moderators");
		var moved = this.forum.post(this.forum.moderator(), path() + "/move", Map.of("category", hidden));
		assertThat(moved.data().path("category").asString()).isEqualTo(hidden);
		assertRefused(this.forum.get(this.alice, path()), 404, "thread.not-found");
		assertThat(this.forum.get(this.forum.moderator(), path()).status()).isEqualTo(200);
		assertRefused(this.forum.post(this.forum.moderator(), path() + "/move", Map.of("category", "nowhere")), 404,
				"category.not-found");
	}

	@Test
	void threadWithoutPostingRightIsRefused() {
		var announcements = this.forum.category("everyone", "moderators");
		var request = Map.of("category", announcements, "title", "Not for me", "content", "x");
		assertRefused(this.forum.post(this.alice, "/threads", request), 403, "category.forbidden");
		assertThat(this.forum.post(this.forum.moderator(), "/threads", request).status()).isEqualTo(201);
		var secret = this.forum.category("moderators", "moderators");
		assertRefused(this.forum.post(this.alice, "/threads",
				Map.of("category", secret, "title", "Not seen", "content", "x")), 404, "category.not-found");
	}

	private TestResponse step(String step) {
		return this.forum.post(this.forum.moderator(), path() + "/" + step, null);
	}

	private String path() {
		return "/threads/" + this.thread;
	}

	private static void assertRefused(TestResponse reply, int status, String code) {
		assertThat(reply.code()).as(reply.toString()).isEqualTo(code);
		assertThat(reply.status()).isEqualTo(status);
	}

}
