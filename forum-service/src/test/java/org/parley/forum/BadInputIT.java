package org.parley.forum;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestTokens;
import org.parley.platform.test.client.TestUser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.parley.platform.test.client.TestUser.GUEST;

/**
 * Sends requests that the service refuses to every endpoint with a single resource, one
 * request a line. {@link DeclaredInputTests} has the invalid properties.
 */
class BadInputIT extends ForumIT {

	private final TestUser alice = TestUser.with();

	private final TestUser bob = TestUser.with();

	private final List<DynamicTest> table = new ArrayList<>();

	@TestFactory
	Stream<DynamicTest> everythingWrongIsRefused() {
		var slug = this.forum.category();
		var thread = this.forum.thread(this.alice, slug);
		var post = this.forum.reply(this.alice, thread);
		categories("/categories", "/categories/" + slug);
		moderators("/categories", "/categories/" + slug);
		threads("/threads", "/threads/" + thread, slug);
		posts("/posts", "/posts/" + post, thread);
		votes("/threads/" + thread);
		votes("/posts/" + post);
		bookmarks("thread");
		bookmarks("post");
		subscriptions("/threads/" + thread, "thread");
		subscriptions("/categories/" + slug, "category");
		subscriptions("/tags/tomatoes", "tag");
		progress();
		drafts("/drafts");
		feeds();
		answers("/threads/" + thread + "/answer", this.forum.reply(this.bob, thread));
		reports("/posts/" + post + "/reports");
		tokens("/posts", thread);
		return this.table.stream();
	}

	private void categories(String all, String one) {
		var admin = this.forum.admin();
		refused(this.alice, "POST", all, Map.of("slug", "x", "name", "X"), 403, "auth.forbidden");
		refused(this.forum.moderator(), "POST", all, Map.of("slug", "x", "name", "X"), 403, "auth.forbidden");
		invalid(admin, "POST", all, Map.of("slug", "x"), "name");
		refused(this.alice, "PATCH", one, Map.of("name", "X"), 403, "auth.forbidden");
		refused(admin, "PATCH", all + "/nowhere", Map.of("name", "X"), 404, "category.not-found");
		refused(admin, "PATCH", one, Map.of("name", "X"), 412, "request.precondition-failed", "If-Match", "nonsense");
		refused(this.alice, "DELETE", one, null, 403, "auth.forbidden");
		refused(admin, "DELETE", all + "/nowhere", null, 404, "category.not-found");
		refused(admin, "DELETE", one, null, 409, "category.not-empty");
		refused(GUEST, "GET", all + "/nowhere", null, 404, "category.not-found");
		refused(admin, "PUT", one, Map.of("name", "X"), 405, "request.method-not-allowed");
	}

	private void moderators(String all, String one) {
		var office = one + "/moderators/" + this.alice.username();
		for (var method : List.of("PUT", "DELETE")) {
			refused(this.alice, method, office, null, 403, "auth.forbidden");
			refused(this.forum.moderator(), method, office, null, 403, "auth.forbidden");
			refused(this.forum.admin(), method, one + "/moderators/no-one", null, 404, "member.not-found");
			refused(this.forum.admin(), method, all + "/nowhere/moderators/no-one", null, 404, "category.not-found");
		}
		refused(GUEST, "GET", all + "/nowhere/moderators", null, 404, "category.not-found");
	}

	private void mergesAndSplits(String one) {
		var moderator = this.forum.moderator();
		refused(this.alice, "POST", one + "/merge", Map.of("into", "x"), 403, "auth.forbidden");
		invalid(moderator, "POST", one + "/merge", Map.of("into", "nowhere"), "into");
		refused(this.alice, "POST", one + "/split", Map.of("from", 2, "title", "Else"), 403, "auth.forbidden");
		invalid(moderator, "POST", one + "/split", Map.of("posts", List.of("nowhere"), "title", "Else"), "posts");
		invalid(moderator, "POST", one + "/split", Map.of("title", "Else"), "from");
		invalid(moderator, "POST", one + "/split", Map.of("from", 2, "posts", List.of("x"), "title", "Else"), "from");
		refused(this.alice, "GET", "/admin/thread-works/nowhere", null, 403, "auth.forbidden");
		refused(moderator, "GET", "/admin/thread-works/nowhere", null, 404, "thread-work.not-found");
	}

	private void threads(String all, String one, String slug) {
		var good = Map.<String, Object>of("category", slug, "title", "A title", "content", "A text");
		refused(this.alice, "POST", all, with(good, "category", "nowhere"), 404, "category.not-found");
		refused(this.alice, "POST", all, good, 400, "request.invalid", "Idempotency-Key", "k".repeat(129));
		broken(this.alice, "POST", all);
		refused(GUEST, "GET", all + "/nowhere", null, 404, "thread.not-found");
		refused(this.bob, "PATCH", one, Map.of("title", "Mine now"), 403, "thread.forbidden");
		refused(this.alice, "PATCH", all + "/nowhere", Map.of("title", "Nothing"), 404, "thread.not-found");
		refused(this.alice, "PATCH", one, Map.of("title", "Late"), 412, "request.precondition-failed", "If-Match", "x");
		refused(this.bob, "DELETE", one, null, 403, "thread.forbidden");
		refused(this.alice, "DELETE", all + "/nowhere", null, 404, "thread.not-found");
		for (var step : List.of("lock", "unlock", "archive", "unarchive", "hide", "unhide", "pin", "unpin",
				"restore")) {
			refused(this.alice, "POST", one + "/" + step, null, 403, "auth.forbidden");
			refused(this.forum.moderator(), "POST", all + "/nowhere/" + step, null, 404, "thread.not-found");
			refused(this.forum.moderator(), "POST", one + "/" + step, null, 412, "request.precondition-failed",
					"If-Match", "\"99.x\"");
		}
		refused(this.alice, "POST", one + "/move", Map.of("category", slug), 403, "auth.forbidden");
		refused(this.forum.moderator(), "POST", one + "/move", Map.of("category", "nowhere"), 404,
				"category.not-found");
		mergesAndSplits(one);
		refused(this.forum.moderator(), "POST", one + "/explode", null, 404, "route.not-found");
	}

	private void posts(String all, String one, String thread) {
		var good = Map.<String, Object>of("threadId", thread, "content", "A text");
		refused(this.alice, "POST", all, with(good, "threadId", Ids.next()), 404, "thread.not-found");
		invalid(this.alice, "POST", all, with(good, "replyTo", Ids.next()), "replyTo");
		refused(this.alice, "POST", all, good, 400, "request.invalid", "Idempotency-Key", "white space");
		broken(this.alice, "POST", all);
		refused(GUEST, "GET", all + "/nowhere", null, 404, "post.not-found");
		refused(GUEST, "GET", all + "?author=" + this.alice.username() + "&cursor=nonsense", null, 400,
				"request.invalid");
		refused(this.bob, "PATCH", one, Map.of("content", "Mine"), 403, "post.forbidden");
		refused(this.alice, "PATCH", all + "/nowhere", Map.of("content", "x"), 404, "post.not-found");
		refused(this.alice, "PATCH", one, Map.of("content", "x"), 412, "request.precondition-failed", "If-Match",
				"\"7.x\"");
		refused(this.bob, "DELETE", one, null, 403, "post.forbidden");
		refused(this.alice, "DELETE", all + "/nowhere", null, 404, "post.not-found");
		refused(this.bob, "POST", one + "/restore", null, 403, "post.forbidden");
		refused(this.alice, "POST", all + "/nowhere/restore", null, 404, "post.not-found");
		refused(this.bob, "GET", one + "/history", null, 403, "post.forbidden");
		refused(this.alice, "GET", all + "/nowhere/history", null, 404, "post.not-found");
	}

	private void answers(String answer, String reply) {
		var good = Map.<String, Object>of("postId", reply);
		refused(this.bob, "PUT", answer, good, 403, "thread.forbidden");
		refused(this.alice, "PUT", "/threads/nowhere/answer", good, 404, "thread.not-found");
		refused(this.alice, "PUT", answer, good, 412, "request.precondition-failed", "If-Match", "x");
		invalid(this.alice, "PUT", answer, Map.of("postId", "nowhere"), "postId");
		refused(this.bob, "DELETE", answer, null, 403, "thread.forbidden");
	}

	private void reports(String reports) {
		var good = Map.<String, Object>of("reason", "spam");
		refused(this.alice, "POST", reports, good, 403, "report.own");
		refused(this.bob, "POST", "/posts/nowhere/reports", good, 404, "post.not-found");
		refused(this.bob, "GET", "/admin/reports", null, 403, "auth.forbidden");
	}

	private void votes(String target) {
		var vote = target + "/vote";
		refused(this.alice, "PUT", vote, Map.of("value", 1), 403, "vote.own");
		var kind = target.startsWith("/threads") ? "thread" : "post";
		refused(this.bob, "PUT", "/" + kind + "s/nowhere/vote", Map.of("value", 1), 404, kind + ".not-found");
	}

	private void bookmarks(String kind) {
		var unknown = "/" + kind + "s/nowhere/bookmark";
		for (var method : List.of("PUT", "DELETE")) {
			refused(this.alice, method, unknown, null, 404, kind + ".not-found");
		}
	}

	private void subscriptions(String target, String kind) {
		var unknown = (target.substring(0, target.lastIndexOf('/')) + "/nowhere/subscription");
		refused(this.alice, "GET", unknown, null, 404, kind + ".not-found");
		refused(this.alice, "PUT", unknown, Map.of("level", "muted"), 404, kind + ".not-found");
	}

	private void progress() {
		refused(this.bob, "GET", "/threads/nowhere/progress", null, 404, "thread.not-found");
		refused(this.bob, "PUT", "/threads/nowhere/progress", Map.of("number", 1), 404, "thread.not-found");
	}

	private void drafts(String all) {
		var good = Map.<String, Object>of("content", "As far as I");
		refused(this.alice, "POST", all, good, 400, "request.invalid", "Idempotency-Key", "white space");
		broken(this.alice, "POST", all);
		for (var method : List.of("GET", "PUT", "DELETE")) {
			refused(this.alice, method, all + "/nowhere", method.equals("PUT") ? good : null, 404, "draft.not-found");
		}
	}

	private void feeds() {
		refused(GUEST, "GET", "/feeds/threads/nowhere", null, 404, "thread.not-found");
		refused(GUEST, "GET", "/feeds/categories/nowhere", null, 404, "category.not-found");
		refused(GUEST, "GET", "/feeds/nowhere", null, 404, "route.not-found");
		refused(GUEST, "POST", "/feeds/threads/nowhere", Map.of(), 401, "auth.required");
		refused(GUEST, "GET", "/members/no-one", null, 404, "member.not-found");
	}

	private void tokens(String all, String thread) {
		var good = Map.of("threadId", thread, "content", "A text");
		var id = Ids.next();
		refused(GUEST, "POST", all, good, 401, "auth.required");
		refused(this.alice, "POST", all, with(Map.of("threadId", thread), "content", "c".repeat(300_000)), 413,
				"request.too-large");
		refused(new TestUser(id, "", "nonsense"), "POST", all, good, 401, "auth.token-invalid");
		refused(new TestUser(id, "", TestTokens.claims(id, "mallory").expired().sign()), "POST", all, good, 401,
				"auth.token-invalid");
		refused(new TestUser(id, "", TestTokens.claims(id, "mallory").signByStranger()), "POST", all, good, 401,
				"auth.token-invalid");
		var readOnly = TestTokens.claims(id, "reader").claim("scope", "threads:read").sign();
		refused(new TestUser(id, "", readOnly), "POST", all, good, 403, "auth.scope-missing");
		var writeOnly = TestTokens.claims(id, "writer", "admin").claim("scope", "threads:write").sign();
		refused(new TestUser(id, "", writeOnly), "POST", "/threads/" + thread + "/lock", null, 403,
				"auth.scope-missing");
		refused(new TestUser(id, "", writeOnly), "POST", "/categories", Map.of("slug", "x", "name", "X"), 403,
				"auth.scope-missing");
		refused(new TestUser(id, "", writeOnly), "DELETE", "/threads/" + thread, null, 403, "thread.forbidden");
	}

	private void broken(TestUser caller, String method, String path) {
		refused(caller, method, path, "{\"title\":", 400, "request.malformed");
		refused(caller, method, path, "", 400, "request.malformed");
		refused(caller, method, path, "[]", 400, "request.malformed");
		refused(caller, method, path, "{} {}", 400, "request.malformed");
		refused(caller, method, path, "x=1", 415, "request.media-type", "Content-Type",
				"application/x-www-form-urlencoded");
	}

	private void invalid(TestUser caller, String method, String path, Map<String, ?> body, String field) {
		refused(caller, method, path, body, 400, "request.invalid", "X-Field", field);
	}

	private void refused(TestUser caller, String method, String path, @Nullable Object body, int status, String code,
			String... headers) {
		var text = String.valueOf(body);
		var name = method + " " + path + " " + text.substring(0, Math.min(60, text.length())) + " " + code + " "
				+ String.join(" ", headers);
		this.table.add(dynamicTest(name, () -> {
			var reply = this.forum.call(caller, method, path, body, headers);
			assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
			assertThat(reply.code()).isEqualTo(code);
			assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
			if (headers.length > 0 && headers[0].equals("X-Field")) {
				assertThat(reply.body().path("errors").findValuesAsString("field")).as(reply.toString())
					.contains(headers[1]);
			}
		}));
	}

	private static Map<String, Object> with(Map<String, Object> good, String name, Object value) {
		var changed = new HashMap<>(good);
		changed.put(name, value);
		return changed;
	}

}
