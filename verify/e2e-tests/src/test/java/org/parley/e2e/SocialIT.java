package org.parley.e2e;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.Await;
import org.parley.running.EndToEnd;
import org.parley.running.RunningSystem;
import org.parley.running.TestUsers;
import org.parley.system.LiveClient;

import static org.assertj.core.api.Assertions.assertThat;

/** People follow each other, post, react and block through the gateway. */
@EndToEnd
class SocialIT {

	private static final Duration SOON = Duration.ofSeconds(20);

	private final String word = TestUsers.unique("s").replace("-", "");

	private final ApiUser guest;

	private final ApiUser admin;

	private final ApiUser alice;

	private final ApiUser bob;

	private final String aliceName = "alice-" + this.word;

	private final String bobName = "bob-" + this.word;

	SocialIT(RunningSystem system) {
		this.admin = system.signedIn("admin");
		this.guest = system.gateway().guest();
		var people = new TestUsers(system.gateway(), this.admin);
		this.alice = this.guest.signedIn(people.register(this.aliceName).text("/data/accessToken"));
		this.bob = this.guest.signedIn(people.register(this.bobName).text("/data/accessToken"));
	}

	@Test
	void blockedPersonSeesNothingMore() {
		follow(this.bob, this.aliceName);
		follow(this.alice, this.bobName);
		var post = this.alice
			.post("/social/posts", Map.of("text", "For my followers " + this.word, "visibility", "followers"))
			.is(201)
			.text("/data/id");
		var path = "/social/posts/" + post;
		for (var other : List.of(this.guest, this.admin)) {
			other.get(path).is(404);
		}
		assertThat(Await.until(SOON, Duration.ofMillis(50),
				() -> this.bob.get("/social/feed").is(200).text("/data/0/id").equals(post)))
			.isTrue();
		this.bob.put(path + "/reaction", Map.of("kind", "love")).is(200);
		var comment = this.bob.post(path + "/comments", Map.of("text", "Well done")).is(201).text("/data/id");
		var seen = this.alice.get(path).is(200);
		assertThat(seen.text("/data/commentCount")).isEqualTo("1");
		assertThat(seen.text("/data/reactions/love")).isEqualTo("1");
		assertThat(this.alice.get(path + "/comments").is(200).text("/data/0/id")).isEqualTo(comment);

		this.alice.put("/social/people/" + this.bobName + "/block", Map.of()).is(200);
		this.bob.get(path).is(404);
		this.bob.get(path + "/comments").is(404);
		this.bob.put(path + "/reaction", Map.of("kind", "like")).is(404);
		this.bob.get("/social/comments/" + comment).is(404);
		this.alice.get("/social/comments/" + comment).is(404);
		assertThat(this.bob.get("/social/feed").is(200).at("/data").toString()).doesNotContain(post);
		assertThat(this.alice.get(path + "/comments").is(200).at("/data").toString()).doesNotContain(comment);
		this.bob.put("/social/people/" + this.aliceName + "/follow", Map.of()).is(403);
		assertThat(this.bob.get("/social/people/" + this.aliceName + "/posts").is(200).at("/data").toString())
			.doesNotContain(post);
	}

	@Test
	void readersOfPostSeeItLiveUntilTheyLoseTheRight() {
		follow(this.bob, this.aliceName);
		try (var alices = LiveClient.connect(this.alice, "websocket");
				var bobs = LiveClient.connect(this.bob, "polling");
				var guests = LiveClient.connect(this.guest, "websocket")) {
			var post = this.alice.post("/social/posts", Map.of("text", "Live " + this.word, "visibility", "followers"))
				.is(201)
				.text("/data/id");
			bobs.await("feed-updated", (event) -> event.at("/data/ids").toString().contains(post), SOON);
			var room = Map.of("postId", post);
			assertThat(alices.ask("join-social-post", room).path("ok").asBoolean()).isTrue();
			assertThat(bobs.ask("join-social-post", room).path("ok").asBoolean()).isTrue();
			assertThat(guests.ask("join-social-post", room).path("code").asString(""))
				.isEqualTo("social-post.not-found");
			var path = "/social/posts/" + post;
			var comment = this.bob.post(path + "/comments", Map.of("text", "Live, too")).is(201).text("/data/id");
			alices.await("new-comment", (event) -> event.at("/data/id").asString("").equals(comment), SOON);
			this.alice.put(path + "/reaction", Map.of("kind", "love")).is(200);
			bobs.await("reaction-updated", (event) -> event.at("/data/reactions/love").asInt() == 1, SOON);
			this.bob.delete("/social/people/" + this.aliceName + "/follow").is(204);
			bobs.await("membership-ended", (event) -> event.path("postId").asString("").equals(post), SOON);
			assertThat(bobs.ask("join-social-post", room).path("code").asString("")).isEqualTo("social-post.not-found");
			assertThat(guests.received("feed-updated")).isEmpty();
		}
	}

	private static void follow(ApiUser follower, String username) {
		var relation = follower.put("/social/people/" + username + "/follow", Map.of()).is(200);
		assertThat(relation.text("/data/following")).isEqualTo("following");
	}

}
