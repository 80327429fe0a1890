package org.parley.forum.post;

import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.forum.ForumIT;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;

import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.platform.test.client.TestUser.GUEST;

class PostIT extends ForumIT {

	private final TestUser alice = TestUser.with();

	private final TestUser bob = TestUser.with();

	private String thread = "";

	@BeforeEach
	void start() {
		this.thread = this.forum.thread(this.alice, this.forum.category());
	}

	@Test
	void replyIsVisibleAtOnce() {
		var created = reply(this.bob, "Try **Stupice**.", null);
		assertThat(created.status()).isEqualTo(201);
		assertThat(created.header("Location")).isEqualTo("/api/v1/posts/" + created.id());
		var found = this.forum.get(GUEST, "/posts/" + created.id());
		assertThat(found.data()).isEqualTo(created.data());
		assertThat(found.header("ETag")).isEqualTo(created.header("ETag"));
		assertThat(found.data().path("number").asInt()).isEqualTo(2);
		assertThat(found.data().path("html").asString()).contains("<strong>Stupice</strong>");
		assertThat(found.data().path("status").asString()).isEqualTo("active");
		assertThat(found.data().path("moderation").isNull()).isTrue();
		assertThat(found.data().path("replyTo").isNull()).isTrue();
		assertThat(found.data().path("author").path("username").asString()).isEqualTo(this.bob.username());
	}

	@Test
	void previewIsSanitizedAndStoresNothing() {
		var before = this.forum.get(GUEST, "/threads/" + this.thread + "/posts").data().size();
		var preview = this.forum.post(this.bob, "/posts/preview",
				Map.of("content", "Try **Stupice**. <script>alert(1)</script>"));
		assertThat(preview.status()).isEqualTo(200);
		assertThat(preview.data().path("html").asString()).contains("<strong>Stupice</strong>")
			.doesNotContain("<script>");
		assertThat(this.forum.get(GUEST, "/threads/" + this.thread + "/posts").data()).hasSize(before);
		assertThat(this.forum.post(GUEST, "/posts/preview", Map.of("content", "Text")).status()).isEqualTo(401);
	}

	@Test
	void replyToReplyHasItsId() {
		var first = this.forum.reply(this.bob, this.thread);
		var second = reply(this.alice, "Thank you", first);
		assertThat(second.data().path("replyTo").asString()).isEqualTo(first);
	}

	@Test
	void replyToPostOfAnotherThreadIsRefused() {
		var other = this.forum.thread(this.bob, this.forum.category());
		var reply = reply(this.bob, "x", this.forum.reply(this.bob, other));
		assertRefused(reply, 400, "request.invalid");
		assertThat(reply.body().path("errors").path(0).path("field").asString()).isEqualTo("replyTo");
		assertRefused(reply(this.bob, "x", "nothing"), 400, "request.invalid");
	}

	@Test
	void threadCountsReplies() {
		this.forum.reply(this.bob, this.thread);
		var second = this.forum.reply(this.alice, this.thread);
		soon().untilAsserted(() -> assertThat(threadCount("replyCount")).isEqualTo(2));
		assertThat(this.forum.get(GUEST, "/threads/" + this.thread).data().path("lastPostBy").path("id").asString())
			.isEqualTo(this.alice.id());
		this.forum.delete(this.alice, "/posts/" + second);
		soon().untilAsserted(() -> assertThat(threadCount("replyCount")).isOne());
		this.forum.post(this.alice, "/posts/" + second + "/restore", null);
		soon().untilAsserted(() -> assertThat(threadCount("replyCount")).isEqualTo(2));
	}

	@Test
	void earlyEditIsSilent() {
		var post = this.forum.reply(this.bob, this.thread);
		var edited = edit(this.bob, post, "Try *Glacier*.");
		assertThat(edited.status()).isEqualTo(200);
		assertThat(edited.data().path("editedAt").isNull()).isTrue();
		assertThat(edited.data().path("version").asLong()).isOne();
		assertThat(this.forum.get(GUEST, "/posts/" + post).data().path("html").asString()).contains("<em>Glacier</em>");
		assertThat(this.forum.get(this.bob, "/posts/" + post + "/history").data()).isEmpty();
	}

	@Test
	void saveWithLineBreaksOfAnotherClientChangesNothing() {
		var post = this.forum.reply(this.bob, this.thread);
		edit(this.bob, post, "Try\nGlacier.");
		assertThat(edit(this.bob, post, "Try\r\nGlacier.").data().path("version").asLong()).isOne();
	}

	@Test
	void moderatorsEditKeepsPreviousContent() {
		var post = this.forum.reply(this.bob, this.thread);
		var edited = edit(this.forum.moderator(), post, "[edited]");
		assertThat(edited.data().path("editedAt").isNull()).isFalse();
		var history = this.forum.get(this.bob, "/posts/" + post + "/history").data();
		assertThat(history).hasSize(1);
		assertThat(history.path(0).path("content").asString()).isEqualTo("Try *Stupice*.");
		assertThat(history.path(0).path("replacedBy").path("id").asString()).isEqualTo(this.forum.moderator().id());
		assertRefused(this.forum.get(this.alice, "/posts/" + post + "/history"), 403, "post.forbidden");
	}

	@Test
	void otherMembersMayNotChangePost() {
		var post = this.forum.reply(this.bob, this.thread);
		assertRefused(edit(this.alice, post, "Mine"), 403, "post.forbidden");
		assertRefused(this.forum.delete(this.alice, "/posts/" + post), 403, "post.forbidden");
		assertRefused(this.forum.post(this.alice, "/posts/" + post + "/restore", null), 403, "post.forbidden");
	}

	@Test
	void staleEditIsRefused() {
		var post = this.forum.reply(this.bob, this.thread);
		var read = this.forum.get(this.bob, "/posts/" + post).header("ETag");
		edit(this.forum.moderator(), post, "[edited]");
		assertRefused(this.forum.patch(this.bob, "/posts/" + post, Map.of("content", "Too late"), "If-Match", read),
				412, "request.precondition-failed");
		assertRefused(this.forum.delete(this.bob, "/posts/" + post, "If-Match", read), 412,
				"request.precondition-failed");
		assertThat(edit(this.bob, post, "In time").status()).isEqualTo(200);
	}

	@Test
	void editOfOpeningPostUpdatesExcerpt() {
		var opening = this.mongo.findOne(new Query(Criteria.where("threadId").is(this.thread)), Post.class);
		var opens = Objects.requireNonNull(opening).id();
		edit(this.alice, opens, "Another *beginning*.");
		assertThat(this.forum.get(GUEST, "/threads/" + this.thread).data().path("excerpt").asString())
			.isEqualTo("Another beginning.");
		assertRefused(this.forum.delete(this.alice, "/posts/" + opens), 409, "post.opens-thread");
	}

	@Test
	void onlyModeratorsReadDeletedPost() {
		var post = this.forum.reply(this.bob, this.thread);
		assertThat(this.forum.delete(this.bob, "/posts/" + post).status()).isEqualTo(204);
		var found = this.forum.get(GUEST, "/posts/" + post).data();
		assertThat(found.path("status").asString()).isEqualTo("deleted");
		assertThat(found.path("content").isNull()).isTrue();
		assertThat(found.path("html").isNull()).isTrue();
		assertThat(this.forum.get(this.alice, "/posts/" + post).data().path("content").isNull()).isTrue();
		assertThat(this.forum.get(this.forum.moderator(), "/posts/" + post).data().path("content").asString())
			.isEqualTo("Try *Stupice*.");
		assertRefused(edit(this.bob, post, "x"), 409, "post.deleted");
		assertRefused(reply(this.alice, "x", post), 400, "request.invalid");
		assertThat(this.forum.post(this.bob, "/posts/" + post + "/restore", null).data().path("status").asString())
			.isEqualTo("active");
	}

	@Test
	void onlyModeratorRestoresRemovedPost() {
		var post = this.forum.reply(this.bob, this.thread);
		this.forum.delete(this.forum.moderator(), "/posts/" + post);
		assertThat(this.forum.get(GUEST, "/posts/" + post).data().path("status").asString()).isEqualTo("removed");
		assertRefused(this.forum.post(this.bob, "/posts/" + post + "/restore", null), 403, "post.forbidden");
		assertThat(this.forum.post(this.forum.moderator(), "/posts/" + post + "/restore", null).status())
			.isEqualTo(200);
	}

	@Test
	void postsOfHiddenThreadAreNotFound() {
		var post = this.forum.reply(this.bob, this.thread);
		this.forum.post(this.forum.moderator(), "/threads/" + this.thread + "/hide", null);
		assertRefused(this.forum.get(this.bob, "/posts/" + post), 404, "post.not-found");
		assertRefused(edit(this.bob, post, "x"), 404, "post.not-found");
		assertRefused(this.forum.vote(this.alice, "/posts/" + post, 1), 404, "post.not-found");
	}

	@Test
	void replyWithoutPostingRightIsRefused() {
		var announcements = this.forum.category("everyone", "moderators");
		var news = this.forum.thread(this.forum.moderator(), announcements);
		assertRefused(this.forum.post(this.bob, "/posts", Map.of("threadId", news, "content", "First!")), 403,
				"category.forbidden");
	}

	@Test
	void bannedMemberReadsButMayNotWrite() {
		this.forum.reply(this.bob, this.thread);
		ban(this.bob);
		assertRefused(reply(this.bob, "Still here", null), 403, "member.banned");
		assertRefused(this.forum.vote(this.bob, "/threads/" + this.thread, 1), 403, "member.banned");
		assertThat(this.forum.get(this.bob, "/threads/" + this.thread).status()).isEqualTo(200);
	}

	private int threadCount(String count) {
		return this.forum.get(GUEST, "/threads/" + this.thread).data().path(count).asInt();
	}

	private TestResponse edit(TestUser editor, String post, String content) {
		return this.forum.patch(editor, "/posts/" + post, Map.of("content", content));
	}

	private TestResponse reply(TestUser author, String content, @Nullable String replyTo) {
		return this.forum.post(author, "/posts",
				(replyTo != null) ? Map.of("threadId", this.thread, "content", content, "replyTo", replyTo)
						: Map.of("threadId", this.thread, "content", content));
	}

	private static void assertRefused(TestResponse reply, int status, String code) {
		assertThat(reply.code()).as(reply.toString()).isEqualTo(code);
		assertThat(reply.status()).isEqualTo(status);
	}

}
