package org.parley.social;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.parley.platform.test.event.PublishedEvents;

import static org.assertj.core.api.Assertions.assertThat;

/** Published events follow their schema, in the order of the changes. */
class EventContractIT extends SocialServiceIT {

	@Test
	void everyEventFollowsItsSchemaInOrder() {
		var events = new PublishedEvents(this.broker, this.rabbit, "social.events", "#");
		var alice = aPrivatePerson();
		var bob = aPerson();
		follow(bob, alice);
		approve(alice, bob);
		var post = aPost(alice, "followers");
		var comment = this.api
			.post(bob, "/posts/" + post + "/comments", Map.of("text", "Well done, @" + alice.username()))
			.id();
		react(bob, "/posts/" + post, "love");
		react(alice, "/comments/" + comment, "like");
		this.api.delete(bob, "/posts/" + post + "/reaction");
		this.api.post(alice, "/comments/" + comment + "/reports", Map.of("reason", "off-topic"));
		this.api.patch(bob, "/comments/" + comment, Map.of("text", "Well done"));
		this.api.delete(bob, "/comments/" + comment);
		this.api.patch(alice, "/posts/" + post, Map.of("text", "All ripe"));
		this.api.delete(alice, "/posts/" + post);
		block(bob, alice);
		this.api.delete(bob, person(alice) + "/block");
		var ofPost = List.of("social-post.created", "social-comment.created", "social-reaction.changed",
				"social-reaction.changed", "social-reaction.changed", "social-report.filed", "social-comment.edited",
				"social-comment.removed", "social-post.edited", "social-post.removed");
		var ofBob = List.of("follow.requested", "follow.started", "follow.ended", "block.started", "block.ended");
		Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			assertThat(events.typesOf(post)).isEqualTo(ofPost);
			assertThat(events.typesOf(bob.id())).isEqualTo(ofBob);
			assertThat(events.typesOf(alice.id())).containsExactly("social-account.changed");
		});
		assertThat(events.of(post).stream().flatMap((event) -> event.at("/data/mentioned").valueStream()))
			.extracting((person) -> person.path("id").asString())
			.containsExactly(alice.id());
	}

	/** Otherwise webhooks would leave the post at those who have received it. */
	@Test
	void removalIsForAllWhoCouldSeeThePost() {
		var events = new PublishedEvents(this.broker, this.rabbit, "social.events", "social-post.removed");
		var alice = aPerson();
		var open = aPost(alice, "public");
		var closed = aPost(alice, "followers");
		this.api.delete(alice, "/posts/" + open);
		this.api.delete(alice, "/posts/" + closed);
		Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			assertThat(events.of(open)).extracting((event) -> event.at("/data/post/everybody").asBoolean())
				.containsExactly(true);
			assertThat(events.of(closed)).extracting((event) -> event.at("/data/post/everybody").asBoolean())
				.containsExactly(false);
		});
	}

}
