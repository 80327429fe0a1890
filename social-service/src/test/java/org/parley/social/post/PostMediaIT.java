package org.parley.social.post;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.parley.platform.test.PersonalDataKit;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.event.PublishedEvents;
import org.parley.platform.test.media.TestMedia;
import org.parley.social.SocialServiceIT;
import tools.jackson.databind.JsonNode;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

import static org.assertj.core.api.Assertions.assertThat;

class PostMediaIT extends SocialServiceIT {

	private static final String PURPOSE = "social";

	private final String origin;

	private final TestMedia media;

	@Autowired
	PostMediaIT(RabbitTemplate rabbit, AmqpAdmin broker, @Value("${parley.media.url}") String origin) {
		this.origin = origin;
		this.media = new TestMedia(rabbit, broker, "social.events", "social_members");
	}

	@Test
	void postShowsMediaInTheirOrder() {
		var alice = aPerson();
		var first = this.media.ready(alice, PURPOSE);
		var second = this.media.ready(alice, PURPOSE);
		var created = this.api.post(alice, "/posts", Map.of("media", List.of(second, first, second)));
		assertThat(created.status()).as(created.toString()).isEqualTo(201);
		assertThat(created.data().path("text").asString()).isEmpty();
		for (var seen : List.of(created.data(), this.api.get(TestUser.GUEST, "/posts/" + created.id()).data())) {
			assertThat(ids(seen)).containsExactly(second, first);
			var medium = seen.at("/media/0");
			assertThat(medium.path("state").asString()).isEqualTo("ready");
			assertThat(medium.path("kind").asString()).isEqualTo("image");
			assertThat(medium.path("width").asInt()).isEqualTo(4000);
			assertThat(medium.path("alt").asString()).isEqualTo("Tomatoes on a balcony");
			assertThat(medium.path("variants").size()).isEqualTo(3);
			assertThat(medium.path("refusal").isNull()).isTrue();
			assertThat(url(seen)).startsWith(this.origin + "/m/" + second + "/").contains("?expires=");
		}
		assertThat(this.api.get(TestUser.GUEST, "/explore").toString()).contains(second);
		assertThat(this.api.get(alice, person(alice) + "/posts").toString()).contains(second);
	}

	@Test
	void moderatorsReceiveTheMediaOfReportedPost() {
		var alice = aPerson();
		var bob = aPerson();
		var events = new PublishedEvents(this.broker, this.rabbit, "social.events", "social-report.filed");
		var medium = this.media.ready(alice, PURPOSE);
		var post = this.api.post(alice, "/posts", Map.of("media", List.of(medium))).id();
		var comment = this.api.post(alice, "/posts/" + post + "/comments", Map.of("text", "Look")).id();
		this.api.post(bob, "/posts/" + post + "/reports", Map.of("reason", "explicit"));
		this.api.post(bob, "/comments/" + comment + "/reports", Map.of("reason", "explicit"));
		Awaitility.await().untilAsserted(() -> assertThat(events.of(post)).hasSize(2));
		var filed = events.of(post);
		assertThat(ids(filed.getFirst().at("/data/reported"))).containsExactly(medium);
		assertThat(filed.getLast().at("/data/reported/media").isMissingNode()).isTrue();
		assertThat(ids(filed.getLast().at("/data/context/0"))).containsExactly(medium);
	}

	@Test
	void mediumThatIsAboutToArriveIsAwaited() throws InterruptedException {
		var alice = aPerson();
		var id = TestMedia.newId();
		var late = Thread.ofVirtual().start(() -> {
			Awaitility.await().pollDelay(Duration.ofMillis(300)).until(() -> true);
			this.media.serve(id, alice, PURPOSE, false, 2);
		});
		assertThat(this.api.post(alice, "/posts", Map.of("media", List.of(id))).status()).isEqualTo(201);
		late.join();
	}

	@Test
	void unavailableMediaAreRefused() {
		var alice = aPerson();
		var removed = this.media.ready(alice, PURPOSE);
		this.media.remove(removed, alice, PURPOSE, 3);
		this.media.serve(removed, alice, PURPOSE, true, 2);
		var ready = this.media.ready(alice, PURPOSE);
		var post = aPost(alice, "public");
		for (var id : List.of(this.media.ready(aPerson(), PURPOSE), this.media.ready(alice, "message"),
				this.media.refused(alice, PURPOSE), removed, TestMedia.newId(), "01ARZ3NDEKTSV4RRFFQ69G5FAV",
				"no id\u0000", "")) {
			var refused = this.api.post(alice, "/posts", Map.of("text", "Look", "media", List.of(ready, id)));
			refused(refused, 422, "media.unavailable");
			assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("media");
			refused(this.api.patch(alice, "/posts/" + post, Map.of("media", List.of(id))), 422, "media.unavailable");
		}
	}

	@Test
	void editChangesMediaAndKeepsText() {
		var alice = aPerson();
		var first = this.media.ready(alice, PURPOSE);
		var second = this.media.ready(alice, PURPOSE);
		var path = "/posts/" + this.api.post(alice, "/posts", Map.of("text", "Look", "media", List.of(first))).id();
		assertThat(ids(this.api.patch(alice, path, Map.of("text", "See")).data())).containsExactly(first);
		var edited = this.api.patch(alice, path, Map.of("media", List.of(second, first))).data();
		assertThat(ids(edited)).containsExactly(second, first);
		assertThat(edited.path("text").asString()).isEqualTo("See");
		var emptied = this.api.patch(alice, path, Map.of("media", List.of())).data();
		assertThat(emptied.path("media").isEmpty()).isTrue();
	}

	@Test
	void removedMediumDisappearsAndTheEditKeepsTheOthers() {
		var alice = aPerson();
		var first = this.media.ready(alice, PURPOSE);
		var second = this.media.ready(alice, PURPOSE);
		var path = "/posts/" + this.api.post(alice, "/posts", Map.of("media", List.of(first, second))).id();
		this.media.remove(first, alice, PURPOSE, 3);
		Awaitility.await()
			.untilAsserted(() -> assertThat(ids(this.api.get(alice, path).data())).containsExactly(second));
		assertThat(this.api.patch(alice, path, Map.of("media", List.of(second, first))).status()).isEqualTo(200);
	}

	@Test
	void addressesAreUnsignedOnlyForPublicPostsOfPublicAccounts() {
		var alice = aPerson();
		var id = this.media.ready(alice, PURPOSE);
		var path = "/posts/" + this.api.post(alice, "/posts", Map.of("media", List.of(id))).id();
		this.media.serve(id, alice, PURPOSE, true, 3);
		Awaitility.await()
			.untilAsserted(() -> assertThat(url(this.api.get(TestUser.GUEST, path).data())).doesNotContain("?"));
		for (var visibility : List.of("followers", "private")) {
			this.api.patch(alice, path, Map.of("visibility", visibility));
			assertThat(url(this.api.get(alice, path).data())).contains("?expires=");
		}
		this.api.patch(alice, path, Map.of("visibility", "public"));
		assertThat(url(this.api.get(alice, path).data())).doesNotContain("?");
		setPrivate(alice, true);
		assertThat(url(this.api.get(alice, path).data())).contains("?expires=");
	}

	@Test
	void usesArePublishedWithEachChange() {
		var alice = aPerson();
		var id = this.media.ready(alice, PURPOSE);
		var post = this.api.post(alice, "/posts", Map.of("text", "Look", "media", List.of(id))).id();
		this.api.patch(alice, "/posts/" + post, Map.of("visibility", "followers"));
		this.api.patch(alice, "/posts/" + post, Map.of("media", List.of()));
		this.api.patch(alice, "/posts/" + post, Map.of("media", List.of(id), "visibility", "public"));
		this.api.delete(alice, "/posts/" + post);
		var uses = this.media.uses(post, 5);
		assertThat(uses).extracting((use) -> use.at("/use/audience").asString())
			.containsExactly("account", "restricted", "restricted", "account", "restricted");
		assertThat(uses).extracting((use) -> use.at("/use/mediaIds").size()).containsExactly(1, 1, 0, 1, 0);
		assertThat(uses).extracting((use) -> use.path("version").asInt()).containsExactly(0, 1, 2, 3, 4);
		assertThat(uses).allMatch((use) -> use.at("/use/ownerId").asString().equals(alice.id()));
	}

	@Test
	void erasureRemovesKnownMedia() {
		var gone = aPerson();
		var id = this.media.ready(gone, PURPOSE);
		this.api.post(gone, "/posts", Map.of("media", List.of(id)));
		var kit = new PersonalDataKit(this.rabbit, this.broker, "social.events", "social_members");
		assertThat(kit.erase(gone.id())).containsEntry("posts", 1L).containsEntry("known-media", 1L);
		assertThat(this.mongo.getCollection("known_media").countDocuments(new Document("_id", id))).isZero();
	}

	private static List<String> ids(JsonNode post) {
		return post.path("media").valueStream().map((medium) -> medium.path("id").asString()).toList();
	}

	private static String url(JsonNode post) {
		return post.at("/media/0/variants/0/url").asString();
	}

}
