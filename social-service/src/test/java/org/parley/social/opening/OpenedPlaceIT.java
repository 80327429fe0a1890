package org.parley.social.opening;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.test.event.PublishedEvents;
import org.parley.social.SocialServiceIT;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Texts that everybody may see since a post or an account was opened. */
class OpenedPlaceIT extends SocialServiceIT {

	@Autowired
	private ClusterLoop openedPlaceLoop;

	private PublishedEvents events;

	@BeforeEach
	void listen() {
		this.events = new PublishedEvents(this.broker, this.rabbit, "social.events", "#");
	}

	@Test
	void openedAccountPublishesItsPublicPostsAndTheirComments() {
		var alice = aPrivatePerson();
		var bob = aPerson();
		follow(bob, alice);
		approve(alice, bob);
		var posts = IntStream.range(0, 51).mapToObj((_) -> aPost(alice, "public")).toList();
		var limited = aPost(alice, "followers");
		var comment = aComment(bob, posts.getFirst());
		aComment(bob, limited);
		var decided = aPost(alice, "public");
		this.mongo.insert(
				new Document("_id", decided).append("ruledText", 0L).append("decidedText", 0L).append("version", 0L),
				"rulings");
		setPrivate(alice, false);
		eventuallyOpened(posts);
		eventuallyOpened(List.of(comment));
		assertThat(opened(limited)).isEmpty();
		assertThat(opened(decided)).isEmpty();
		var event = opened(posts.getFirst()).getFirst();
		assertThat(event.at("/data/post/everybody").asBoolean()).isTrue();
		assertThat(event.at("/data/mentioned").isEmpty()).isTrue();
	}

	@Test
	void openedPostPublishesItsComments() {
		var alice = aPerson();
		var post = aPost(alice, "followers");
		var comment = aComment(alice, post);
		this.api.patch(alice, "/posts/" + post, Map.of("visibility", "public"));
		eventuallyOpened(List.of(comment));
		assertThat(opened(post)).isEmpty();
	}

	@Test
	void accountThatIsPrivateAgainPublishesNothing() {
		var alice = aPrivatePerson();
		var post = aPost(alice, "public");
		setPrivate(alice, false);
		setPrivate(alice, true);
		var bob = aPrivatePerson();
		var later = aPost(bob, "public");
		setPrivate(bob, false);
		eventuallyOpened(List.of(later));
		assertThat(opened(post)).isEmpty();
	}

	@Test
	void requestsToAnAccountThatIsPublicAreApproved() {
		var alice = aPrivatePerson();
		var bob = aPerson();
		follow(bob, alice);
		setPrivate(alice, false);
		this.clock.move(Duration.ofSeconds(10));
		this.openedPlaceLoop.signal();
		Awaitility.await()
			.atMost(Duration.ofSeconds(40))
			.untilAsserted(() -> assertThat(ids(alice, person(alice) + "/followers")).containsExactly(bob.id()));
		assertThat(ids(alice, "/people/me/requests")).isEmpty();
	}

	/** A place that becomes visible is published ten seconds later. */
	private void eventuallyOpened(List<String> ids) {
		this.clock.move(Duration.ofSeconds(10));
		this.openedPlaceLoop.signal();
		Awaitility.await()
			.atMost(Duration.ofSeconds(40))
			.untilAsserted(() -> assertThat(ids).allSatisfy((id) -> assertThat(opened(id)).hasSize(1)));
	}

	private List<JsonNode> opened(String id) {
		return this.events.all()
			.stream()
			.filter((event) -> event.path("type").asString().endsWith(".opened")
					&& event.path("subject").asString().equals(id))
			.toList();
	}

}
