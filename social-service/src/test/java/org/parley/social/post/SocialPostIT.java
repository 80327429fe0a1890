package org.parley.social.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import org.parley.social.SocialServiceIT;

import static org.assertj.core.api.Assertions.assertThat;

class SocialPostIT extends SocialServiceIT {

	@Test
	void postIsRenderedAndReadByGuests() {
		var alice = aPerson();
		var created = this.api.post(alice, "/posts", Map.of("text", "**Ripe** <script>alert(1)</script>"));
		assertThat(created.status()).isEqualTo(201);
		assertThat(created.header("Location")).isEqualTo("/api/v1/social/posts/" + created.id());
		var seen = this.api.get(TestUser.GUEST, "/posts/" + created.id()).data();
		assertThat(seen.path("html").asString()).contains("<strong>Ripe</strong>").doesNotContain("<script>");
		assertThat(seen.path("visibility").asString()).isEqualTo("public");
		assertThat(seen.path("media").isEmpty()).isTrue();
		assertThat(seen.path("commentCount").asInt(-1)).isZero();
		assertThat(seen.path("reactions").isEmpty()).isTrue();
		assertThat(seen.path("myReaction").isNull()).isTrue();
	}

	@Test
	void invalidPostsAreRefused() {
		var alice = aPerson();
		for (var body : List.of(Map.of(), Map.of("text", "x".repeat(5001)),
				Map.of("text", "x", "visibility", "friends"), Map.of("text", "x", "unknown", 1),
				Map.of("text", List.of("x")), Map.of("text", "x", "media", List.of(List.of())))) {
			assertThat(this.api.post(alice, "/posts", body).status()).as(body.toString()).isEqualTo(400);
		}
	}

	@Test
	void onlyTheAuthorChangesAPost() {
		var alice = aPerson();
		var path = "/posts/" + aPost(alice, "public");
		for (var other : List.of(aPerson(), aPerson("moderator", "admin"))) {
			refused(this.api.patch(other, path, Map.of("text", "x")), 403, "social-post.forbidden");
			refused(this.api.delete(other, path), 403, "social-post.forbidden");
		}
		refused(this.api.patch(TestUser.GUEST, path, Map.of("text", "x")), 401, "auth.required");
	}

	@Test
	void staleChangeIsRefused() {
		var alice = aPerson();
		var path = "/posts/" + aPost(alice, "public");
		var tag = this.api.get(alice, path).header("ETag");
		assertThat(this.api.patch(alice, path, Map.of("text", "One"), "If-Match", tag).status()).isEqualTo(200);
		refused(this.api.patch(alice, path, Map.of("text", "Two"), "If-Match", tag), 412,
				"request.precondition-failed");
		refused(this.api.delete(alice, path, "If-Match", tag), 412, "request.precondition-failed");
	}

	@Test
	void reactionKeepsTheVersion() {
		var alice = aPerson();
		var path = "/posts/" + aPost(alice, "public");
		var tag = this.api.get(alice, path).header("ETag");
		react(aPerson(), path, "like");
		assertThat(this.api.patch(alice, path, Map.of("text", "One"), "If-Match", tag).status()).isEqualTo(200);
	}

	@Test
	void editChangesTextOrVisibility() {
		var alice = aPerson();
		var path = "/posts/" + aPost(alice, "public");
		var edited = this.api.patch(alice, path, Map.of("visibility", "private")).data();
		assertThat(edited.path("text").asString()).isEqualTo("My tomatoes are ripe");
		assertThat(edited.path("version").asInt()).isOne();
		refused(this.api.get(TestUser.GUEST, path), 404, "social-post.not-found");
	}

	@Test
	void deletedPostIsGoneWithItsComments() {
		var alice = aPerson();
		var post = aPost(alice, "public");
		var comment = aComment(alice, post);
		assertThat(this.api.delete(alice, "/posts/" + post).status()).isEqualTo(204);
		for (var reader : List.of(TestUser.GUEST, alice)) {
			refused(this.api.get(reader, "/posts/" + post), 404, "social-post.not-found");
			refused(this.api.get(reader, "/posts/" + post + "/comments"), 404, "social-post.not-found");
			refused(this.api.get(reader, "/comments/" + comment), 404, "social-comment.not-found");
		}
		assertThat(this.api.get(alice, person(alice)).data().at("/counts/posts").asInt()).isZero();
	}

	@Test
	void answersHangOnTheFirstComment() {
		var alice = aPerson();
		var bob = aPerson();
		var post = aPost(alice, "public");
		var first = aComment(bob, post);
		var answer = comment(alice, post, first);
		var second = comment(bob, post, answer.id());
		assertThat(answer.data().path("replyTo").asString()).isEqualTo(first);
		assertThat(second.data().path("replyTo").asString()).isEqualTo(first);
		assertThat(ids(TestUser.GUEST, "/posts/" + post + "/comments")).containsExactly(first, answer.id(),
				second.id());
		refused(comment(bob, aPost(alice, "public"), first), 422, "social-comment.not-found");
		assertThat(this.api.get(alice, "/posts/" + post).data().path("commentCount").asInt()).isEqualTo(3);
		this.api.delete(alice, "/comments/" + answer.id());
		assertThat(this.api.get(alice, "/posts/" + post).data().path("commentCount").asInt()).isEqualTo(2);
		refused(this.api.get(bob, "/comments/" + answer.id()), 404, "social-comment.not-found");
	}

	@Test
	void onlyTheAuthorChangesAComment() {
		var alice = aPerson();
		var bob = aPerson();
		var path = "/comments/" + aComment(bob, aPost(alice, "public"));
		refused(this.api.patch(alice, path, Map.of("text", "x")), 403, "social-comment.forbidden");
		refused(this.api.delete(alice, path), 403, "social-comment.forbidden");
		var tag = this.api.get(bob, path).header("ETag");
		assertThat(this.api.patch(bob, path, Map.of("text", "One"), "If-Match", tag).data().path("text").asString())
			.isEqualTo("One");
		refused(this.api.patch(bob, path, Map.of("text", "Two"), "If-Match", tag), 412, "request.precondition-failed");
	}

	@Test
	void commentPagesRepeatNothing() {
		var alice = aPerson();
		var post = aPost(alice, "public");
		var comments = IntStream.range(0, 5).mapToObj((_) -> aComment(alice, post)).toList();
		var seen = new ArrayList<String>();
		var path = "/posts/" + post + "/comments?limit=2";
		for (var cursor = ""; cursor != null;) {
			var page = this.api.get(alice, path + cursor).body();
			page.path("data").forEach((item) -> seen.add(item.path("id").asString()));
			var next = page.at("/meta/pagination/next");
			cursor = next.isNull() ? null : "&cursor=" + next.asString();
		}
		assertThat(seen).isEqualTo(comments);
	}

	@Test
	void cursorOfAnotherListIsRefused() {
		var alice = aPerson();
		var post = aPost(alice, "public");
		IntStream.range(0, 3).forEach((_) -> aComment(alice, post));
		var cursor = this.api.get(alice, "/posts/" + post + "/comments?limit=1")
			.body()
			.at("/meta/pagination/next")
			.asString();
		for (var path : List.of("/explore", "/feed", "/posts/" + post + "/reactions", "/explore?sort=top&limit=1")) {
			refused(this.api.get(alice, path + (path.contains("?") ? "&" : "?") + "cursor=" + cursor), 400,
					"request.invalid");
		}
	}

	@Test
	void personHasOneReaction() {
		var alice = aPerson();
		var bob = aPerson();
		var path = "/posts/" + aPost(alice, "public");
		assertThat(react(bob, path, "like").data().at("/reactions/like").asInt()).isOne();
		react(bob, path, "like");
		assertThat(react(bob, path, "love").data().path("reactions").toString()).isEqualTo("{\"love\":1}");
		react(alice, path, "love");
		var seen = this.api.get(bob, path).data();
		assertThat(seen.at("/reactions/love").asInt()).isEqualTo(2);
		assertThat(seen.path("myReaction").asString()).isEqualTo("love");
		var listed = this.api.get(TestUser.GUEST, path + "/reactions").body().path("data");
		assertThat(listed).extracting((item) -> item.at("/person/id").asString()).containsExactly(alice.id(), bob.id());
		assertThat(this.api.delete(bob, path + "/reaction").status()).isEqualTo(204);
		assertThat(this.api.delete(bob, path + "/reaction").status()).isEqualTo(204);
		assertThat(this.api.get(bob, path).data().path("reactions").toString()).isEqualTo("{\"love\":1}");
		assertThat(react(bob, path, "shrug").status()).isEqualTo(400);
	}

	@Test
	void commentsHaveReactions() {
		var alice = aPerson();
		var bob = aPerson();
		var post = aPost(alice, "public");
		var comment = "/comments/" + aComment(alice, post);
		react(bob, comment, "wow");
		var seen = this.api.get(bob, "/posts/" + post + "/comments").body().at("/data/0");
		assertThat(seen.path("myReaction").asString()).isEqualTo("wow");
		assertThat(seen.at("/reactions/wow").asInt()).isOne();
		assertThat(this.api.get(alice, comment + "/reactions").body().at("/data/0/kind").asString()).isEqualTo("wow");
		assertThat(this.api.get(alice, "/posts/" + post).data().path("reactions").isEmpty()).isTrue();
	}

	@Test
	void concurrentReactionsAndCommentsAreCountedExactly() throws Exception {
		var alice = aPerson();
		var post = aPost(alice, "public");
		var people = IntStream.range(0, 12).mapToObj((_) -> aPerson()).toList();
		try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
			pool.invokeAll(people.stream().<Callable<TestResponse>>map((person) -> () -> {
				react(person, "/posts/" + post, "like");
				comment(person, post, null);
				return react(person, "/posts/" + post, "love");
			}).toList());
		}
		var seen = this.api.get(alice, "/posts/" + post).data();
		assertThat(seen.path("reactions").toString()).isEqualTo("{\"love\":12}");
		assertThat(seen.path("commentCount").asInt()).isEqualTo(12);
	}

	@Test
	void reportIsFiledOnce() {
		var alice = aPerson();
		var bob = aPerson();
		var post = aPost(alice, "public");
		var comment = aComment(alice, post);
		for (var path : List.of("/posts/" + post + "/reports", "/comments/" + comment + "/reports")) {
			assertThat(this.api.post(bob, path, Map.of("reason", "spam", "note", "Ads")).status()).isEqualTo(201);
			refused(this.api.post(bob, path, Map.of("reason", "abuse")), 409, "report.open");
			refused(this.api.post(alice, path, Map.of("reason", "spam")), 403, "report.own");
		}
	}

	@Test
	void repeatedRequestWithTheSameKeyPublishesOnce() {
		var alice = aPerson();
		var body = Map.of("text", "Once");
		var first = this.api.post(alice, "/posts", body, "Idempotency-Key", "key-1");
		var second = this.api.post(alice, "/posts", body, "Idempotency-Key", "key-1");
		assertThat(second.id()).isEqualTo(first.id());
		assertThat(this.api.get(alice, person(alice)).data().at("/counts/posts").asInt()).isOne();
	}

}
