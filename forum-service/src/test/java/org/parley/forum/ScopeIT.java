package org.parley.forum;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.forum.search.index.FollowedIndex;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestTokens;
import org.parley.platform.test.client.TestUser;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests that a token grants only its scopes, within its user's rights. */
@ExtendWith(FollowedIndex.class)
class ScopeIT extends ForumIT {

	private final TestUser author = TestUser.with();

	private String category = "";

	private String thread = "";

	private String post = "";

	@BeforeEach
	void write() {
		this.category = this.forum.category();
		this.thread = this.forum.thread(this.author, this.category);
		this.post = this.forum.reply(this.author, this.thread);
	}

	@Test
	void publicResourcesRequireReadScope() {
		var writing = scoped("threads:write notifications profile");
		var reading = scoped("threads:read");
		for (var door : doors().toList()) {
			assertThat(this.forum.get(writing, door).code()).as(door).isEqualTo("auth.scope-missing");
			assertThat(this.forum.get(reading, door).status()).as(door).isEqualTo(200);
		}
		var mine = TestTokens.claims(this.author.id(), this.author.username()).claim("scope", "threads:read").sign();
		assertThat(this.forum.get(new TestUser(this.author.id(), "", mine), history()).status()).isEqualTo(200);
		assertThat(this.forum.get(writing, history()).code()).isEqualTo("auth.scope-missing");
	}

	@Test
	void moderatorsReadTokenSeesPublicContentOnly() {
		this.forum.patch(this.forum.admin(), "/categories/" + this.category,
				Map.of("read", "moderators", "post", "moderators"));
		var reading = scoped("threads:read threads:write", "moderator", "admin");
		var moderating = scoped("threads:read moderation", "moderator");
		for (var door : things().toList()) {
			assertThat(this.forum.get(reading, door).status()).as(door).isEqualTo(404);
			assertThat(this.forum.get(moderating, door).status()).as(door).isEqualTo(200);
		}
		assertThat(this.forum.get(reading, "/categories").body().toString()).doesNotContain(this.category);
		this.forum.patch(this.forum.admin(), "/categories/" + this.category,
				Map.of("read", "everyone", "post", "members"));
		assertThat(this.forum.get(reading, history()).status()).isEqualTo(403);
		assertThat(this.forum.get(moderating, history()).status()).isEqualTo(200);
	}

	@Test
	void moderatorsWriteTokenMayNotModerate() {
		var writing = scoped("threads:read threads:write", "moderator");
		var moderating = scoped("threads:read moderation", "moderator");
		var path = "/threads/" + this.thread;
		assertThat(this.forum.post(writing, path + "/lock", null).code()).isEqualTo("auth.scope-missing");
		assertThat(this.forum.delete(writing, path).code()).isEqualTo("thread.forbidden");
		assertThat(this.forum.patch(writing, "/posts/" + this.post, Map.of("content", "Mine")).status()).isEqualTo(403);
		assertThat(this.forum.post(moderating, path + "/lock", null).status()).isEqualTo(200);
		assertThat(this.forum.post(scoped("moderation"), path + "/unlock", null).code()).isEqualTo("auth.forbidden");
	}

	@Test
	void clientCredentialsTokenReadsLikeGuest() {
		var program = program("threads:read threads:write moderation admin");
		this.forum.patch(this.forum.admin(), "/categories/" + this.category,
				Map.of("read", "everyone", "post", "members"));
		for (var door : doors().toList()) {
			assertThat(this.forum.get(program, door).status()).as(door).isEqualTo(200);
		}
		for (var path : List.of(history(), "/bookmarks", "/subscriptions", "/drafts", "/admin/stats",
				"/admin/reports")) {
			assertThat(this.forum.get(program, path).code()).as(path).isEqualTo("auth.forbidden");
		}
		var reply = Map.of("threadId", this.thread, "content", "Nobody's words");
		assertThat(this.forum.post(program, "/posts", reply, "Idempotency-Key", Ids.next()).code())
			.isEqualTo("auth.forbidden");
		assertThat(this.forum.vote(program, "/posts/" + this.post, 1).code()).isEqualTo("auth.forbidden");
		assertThat(this.forum.post(program, "/threads/" + this.thread + "/lock", null).code())
			.isEqualTo("auth.forbidden");
		this.forum.patch(this.forum.admin(), "/categories/" + this.category,
				Map.of("read", "members", "post", "members"));
		for (var door : things().toList()) {
			assertThat(this.forum.get(program, door).status()).as(door).isEqualTo(404);
		}
	}

	private Stream<String> doors() {
		return Stream.concat(things(), Stream.of("/categories", "/threads", "/threads?page=1",
				"/threads/search?q=words", "/members/" + this.author.username()));
	}

	private Stream<String> things() {
		return Stream.of("/threads/" + this.thread, "/threads/" + this.thread + "/posts",
				"/threads/" + this.thread + "/posts?view=tree", "/posts/" + this.post, "/categories/" + this.category,
				"/feeds/threads/" + this.thread, "/feeds/categories/" + this.category);
	}

	private String history() {
		return "/posts/" + this.post + "/history";
	}

	private static TestUser scoped(String scope, String... roles) {
		var id = Ids.next();
		return new TestUser(id, "", TestTokens.claims(id, "p" + id.substring(12), roles).claim("scope", scope).sign());
	}

	private static TestUser program(String scope) {
		var claims = TestTokens.claims("program-" + Ids.next(), "").claim("scope", scope);
		for (var claim : List.of("roles", "preferred_username", "name", "sid", "ver")) {
			claims.claim(claim, null);
		}
		return new TestUser("", "", claims.sign());
	}

}
