package org.parley.forum.rights;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.forum.ForumIT;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestTokens;
import org.parley.platform.test.client.TestUser;

import static org.assertj.core.api.Assertions.assertThat;

/** The extent and the end of an appointed moderator's rights. */
class ModeratingIT extends ForumIT {

	private final TestUser author = TestUser.with();

	private final TestUser moderator = TestUser.with();

	private String category = "";

	private String elsewhere = "";

	private String thread = "";

	private String removed = "";

	@BeforeEach
	void createCategoryWithModerator() {
		this.category = this.forum.category();
		this.elsewhere = this.forum.category();
		this.forum.appoint(this.moderator, this.category);
		this.thread = this.forum.thread(this.author, this.category);
		this.removed = this.forum.reply(this.author, this.thread);
		assertThat(this.forum.delete(this.forum.moderator(), "/posts/" + this.removed).status()).isEqualTo(204);
	}

	@Test
	void cachedPageRespectsReader() {
		var reader = TestUser.with();
		assertThat(removedContent(page(reader))).isEmpty();
		assertThat(removedContent(page(this.moderator))).isEqualTo("Try *Stupice*.");
		assertThat(removedContent(page(reader))).isEmpty();
		assertThat(removedContent(page(this.moderator))).isEqualTo("Try *Stupice*.");
		assertThat(removedContent(page(this.forum.moderator()))).isEqualTo("Try *Stupice*.");
		assertThat(this.forum.get(reader, posts(), "If-None-Match", page(this.moderator).header("ETag")).status())
			.isEqualTo(200);
		assertThat(removedContent(this.forum.get(reader, posts() + "?view=tree"))).isEmpty();
		assertThat(removedContent(this.forum.get(this.moderator, posts() + "?view=tree"))).isNotEmpty();
	}

	@Test
	void dismissedModeratorLosesRightsAtOnce() {
		var before = page(this.moderator);
		var post = this.forum.get(this.moderator, "/posts/" + this.removed);
		assertThat(removedContent(before)).isNotEmpty();
		dismiss();
		var after = this.forum.get(this.moderator, posts(), "If-None-Match", before.header("ETag"));
		assertThat(after.status()).isEqualTo(200);
		assertThat(removedContent(after)).isEmpty();
		var now = this.forum.get(this.moderator, "/posts/" + this.removed, "If-None-Match", post.header("ETag"));
		assertThat(now.status()).isEqualTo(200);
		assertThat(now.data().path("content").isNull()).isTrue();
		assertThat(lock(this.moderator).code()).isEqualTo("auth.forbidden");
	}

	@Test
	void bannedModeratorHasNoRights() {
		hide();
		assertThat(this.forum.get(this.moderator, "/threads/" + this.thread).status()).isEqualTo(200);
		ban(this.moderator);
		assertThat(lock(this.moderator).code()).isEqualTo("member.banned");
		assertThat(this.forum.get(this.moderator, "/threads/" + this.thread).status()).isEqualTo(404);
		assertThat(this.forum.get(this.moderator, "/admin/reports").code()).isEqualTo("auth.forbidden");
	}

	@Test
	void moderationRequiresScope() {
		var writer = limited("threads:read threads:write");
		assertThat(lock(writer).code()).isEqualTo("auth.scope-missing");
		assertThat(edit(writer).code()).isEqualTo("post.forbidden");
		assertThat(removedContent(page(writer))).isEmpty();
		assertThat(this.forum.get(writer, "/admin/reports").code()).isEqualTo("auth.scope-missing");
		assertThat(this.forum.get(writer, hidden(this.category)).status()).isEqualTo(400);
		var full = limited("threads:read threads:write moderation");
		assertThat(removedContent(page(full))).isNotEmpty();
		assertThat(this.forum.get(full, "/admin/reports").status()).isEqualTo(200);
		assertThat(edit(full).status()).isEqualTo(200);
		assertThat(edit(limited("moderation")).code()).isEqualTo("auth.scope-missing");
		assertThat(lock(limited("moderation")).status()).isEqualTo(200);
		assertThat(lock(full).status()).isEqualTo(200);
	}

	@Test
	void hiddenThreadsAreListedOnlyInModeratedCategory() {
		hide();
		var list = this.forum.get(this.moderator, hidden(this.category));
		assertThat(list.data()).singleElement()
			.satisfies((found) -> assertThat(found.path("id").asString()).isEqualTo(this.thread));
		assertThat(this.forum.get(TestUser.with(), hidden(this.category)).status()).isEqualTo(400);
		assertThat(this.forum.get(this.moderator, hidden(this.elsewhere)).status()).isEqualTo(400);
		assertThat(this.forum.get(this.moderator, "/threads?status=hidden").status()).isEqualTo(400);
		assertThat(this.forum.get(this.forum.admin(), hidden(this.category)).data()).hasSize(1);
		dismiss();
		assertThat(this.forum.get(this.moderator, hidden(this.category), "If-None-Match", list.header("ETag")).status())
			.isEqualTo(400);
	}

	@Test
	void adminListsHiddenThreadsOfAdminCategory() {
		this.category = this.forum.category("admins", "admins");
		this.thread = this.forum.thread(this.forum.admin(), this.category);
		this.forum.post(this.forum.admin(), "/threads/" + this.thread + "/hide", null);
		assertThat(this.forum.get(this.forum.admin(), hidden(this.category)).data()).hasSize(1);
		assertThat(this.forum.get(this.forum.moderator(), hidden(this.category)).status()).isEqualTo(404);
	}

	@Test
	void moveRequiresModerationOfBothCategories() {
		var there = this.forum.thread(this.author, this.elsewhere);
		assertThat(move(this.thread, this.elsewhere).code()).isEqualTo("auth.forbidden");
		assertThat(move(there, this.category).code()).isEqualTo("auth.forbidden");
		assertThat(move(this.thread, "nowhere").code()).isEqualTo("category.not-found");
		assertThat(this.forum.get(this.author, "/threads/" + there).data().path("category").asString())
			.isEqualTo(this.elsewhere);
		this.forum.appoint(this.moderator, this.elsewhere);
		assertThat(move(there, this.category).data().path("category").asString()).isEqualTo(this.category);
	}

	@Test
	void mergeRequiresModerationOfBothCategories() {
		var there = this.forum.thread(this.author, this.elsewhere);
		assertThat(merge(this.thread, there).code()).isEqualTo("auth.forbidden");
		assertThat(merge(there, this.thread).code()).isEqualTo("auth.forbidden");
		this.forum.appoint(this.moderator, this.elsewhere);
		var begun = merge(there, this.thread);
		assertThat(begun.status()).isEqualTo(202);
		var work = "/admin/thread-works/" + begun.id();
		soon().untilAsserted(() -> assertThat(this.forum.get(this.moderator, work).data().path("state").asString())
			.isEqualTo("done"));
		assertThat(this.forum.get(TestUser.with(), work).code()).isEqualTo("auth.forbidden");
		this.forum.delete(this.forum.admin(), moderatorPath(this.elsewhere));
		assertThat(this.forum.get(this.moderator, work).code()).isEqualTo("thread-work.not-found");
		assertThat(merge(there, this.thread).status()).isEqualTo(409);
	}

	@Test
	void splitRequiresModerationOfTargetCategory() {
		var reply = this.forum.reply(this.author, this.thread);
		var split = Map.of("posts", List.of(reply), "title", "Another matter");
		var away = new HashMap<String, Object>(split);
		away.put("category", this.elsewhere);
		var path = "/threads/" + this.thread + "/split";
		assertThat(this.forum.post(this.moderator, path, away).code()).isEqualTo("auth.forbidden");
		assertThat(this.forum.post(TestUser.with(), path, split).code()).isEqualTo("auth.forbidden");
		assertThat(this.forum.post(this.moderator, path, split).status()).isEqualTo(202);
	}

	@Test
	void bookmarkOfRemovedPostHasExcerptForModerator() {
		var reader = TestUser.with();
		for (var user : List.of(reader, this.moderator)) {
			this.forum.put(user, "/posts/" + this.removed + "/bookmark", null);
		}
		assertThat(this.forum.get(reader, "/bookmarks").data().path(0).path("excerpt").isNull()).isTrue();
		assertThat(this.forum.get(this.moderator, "/bookmarks").data().path(0).path("excerpt").asString(""))
			.isEqualTo("Try Stupice.");
	}

	@Test
	void moderatorLosesRightsInUnreadableCategory() {
		hide();
		assertThat(this.forum.get(this.moderator, "/threads/" + this.thread).status()).isEqualTo(200);
		this.forum.patch(this.forum.admin(), "/categories/" + this.category,
				Map.of("read", "moderators", "post", "moderators"));
		assertThat(this.forum.get(this.moderator, "/threads/" + this.thread).status()).isEqualTo(404);
		assertThat(lock(this.moderator).status()).isEqualTo(404);
		assertThat(this.forum.get(this.moderator, hidden(this.category)).status()).isEqualTo(404);
	}

	private void hide() {
		assertThat(this.forum.post(this.moderator, "/threads/" + this.thread + "/hide", null).data().path("status"))
			.hasToString("\"hidden\"");
	}

	private void dismiss() {
		assertThat(this.forum.delete(this.forum.admin(), moderatorPath(this.category)).status()).isEqualTo(204);
	}

	private String moderatorPath(String slug) {
		return "/categories/" + slug + "/moderators/" + this.moderator.username();
	}

	private TestUser limited(String scope) {
		var token = TestTokens.claims(this.moderator.id(), this.moderator.username()).claim("scope", scope).sign();
		return new TestUser(this.moderator.id(), this.moderator.username(), token);
	}

	private TestResponse lock(TestUser caller) {
		return this.forum.post(caller, "/threads/" + this.thread + "/lock", null);
	}

	private TestResponse edit(TestUser caller) {
		var post = this.forum.reply(this.author, this.thread);
		return this.forum.patch(caller, "/posts/" + post, Map.of("content", "Changed"));
	}

	private TestResponse move(String thread, String slug) {
		return this.forum.post(this.moderator, "/threads/" + thread + "/move", Map.of("category", slug));
	}

	private TestResponse merge(String thread, String into) {
		return this.forum.post(this.moderator, "/threads/" + thread + "/merge", Map.of("into", into));
	}

	private String posts() {
		return "/threads/" + this.thread + "/posts";
	}

	private static String hidden(String slug) {
		return "/threads?status=hidden&category=" + slug;
	}

	private TestResponse page(TestUser reader) {
		return this.forum.get(reader, posts());
	}

	/** The content of the removed post on a page; empty if it is withheld. */
	private static String removedContent(TestResponse page) {
		assertThat(page.status()).isEqualTo(200);
		return page.data().path(1).path("content").asString("");
	}

}
