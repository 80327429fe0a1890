package org.parley.forum.threadlist;

import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.parley.forum.ForumIT;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.media.TestMedia;
import tools.jackson.databind.JsonNode;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.platform.test.client.TestUser.GUEST;

class ListPicturesIT extends ForumIT {

	private static final String PURPOSE = "forum";

	private final TestUser alice = TestUser.with();

	private final String origin;

	private final TestMedia media;

	@Autowired
	ListPicturesIT(RabbitTemplate rabbit, AmqpAdmin broker, @Value("${parley.media.url}") String origin) {
		this.origin = origin;
		this.media = new TestMedia(rabbit, broker, "forum.events", "forum_members");
	}

	@Test
	void listShowsFirstPictureOfOpeningPost() {
		var category = this.forum.category();
		var first = this.media.ready(this.alice, PURPOSE);
		var second = this.media.ready(this.alice, PURPOSE);
		start(category, "Words and " + image(first) + image(second));
		assertThat(picture(GUEST, category)).startsWith(this.origin + "/m/" + first).contains("?expires=");
		this.media.serve(first, this.alice, PURPOSE, true, 3);
		soon().untilAsserted(
				() -> assertThat(picture(GUEST, category)).startsWith(this.origin).doesNotContain("expires="));
	}

	@Test
	void pictureFollowsEditsRemovalAndModeration() {
		var category = this.forum.category();
		var medium = this.media.ready(this.alice, PURPOSE);
		var thread = start(category, "No picture, but \"picture\":\"media:" + medium + "\"");
		assertThat(picture(GUEST, category)).isNull();
		var opening = this.forum.get(GUEST, "/threads/" + thread + "/posts").data().path(0).path("id").asString();
		this.forum.patch(this.alice, "/posts/" + opening, Map.of("content", image(medium)));
		assertThat(picture(GUEST, category)).contains(medium);
		this.forum.post(this.alice, "/posts",
				Map.of("threadId", thread, "content", image(this.media.ready(this.alice, PURPOSE))));
		assertThat(picture(GUEST, category)).contains(medium);
		this.media.remove(medium, this.alice, PURPOSE, 3);
		soon().untilAsserted(() -> assertThat(picture(GUEST, category)).isNull());
		this.forum.patch(this.alice, "/posts/" + opening, Map.of("content", "None"));
		assertThat(picture(GUEST, category)).isNull();
	}

	@Test
	void addressesOfClosedCategoriesAreSigned() {
		var category = this.forum.category("members", "members");
		start(category, image(this.media.ready(this.alice, PURPOSE)));
		assertThat(picture(this.alice, category)).contains("?expires=");
	}

	@Test
	void threadAloneHasNoPicture() {
		var category = this.forum.category();
		var thread = start(category, image(this.media.ready(this.alice, PURPOSE)));
		assertThat(this.forum.get(GUEST, "/threads/" + thread).data().has("picture")).isFalse();
	}

	@Test
	void picturesOfListCostAtMostOneQuery() {
		var category = this.forum.category();
		var plain = this.forum.category();
		start(plain, "Words only");
		IntStream.range(0, 3).forEach((_) -> start(category, image(this.media.ready(this.alice, PURPOSE))));
		assertThat(queriesFor(category)).isOne();
		assertThat(queriesFor(plain)).isZero();
	}

	private long queriesFor(String category) {
		return this.commands.during(() -> list(GUEST, category))
			.stream()
			.filter((command) -> command.toString().contains("known_media"))
			.count();
	}

	private String start(String category, String content) {
		var started = this.forum.post(this.alice, "/threads",
				Map.of("category", category, "title", "A cat on a balcony", "content", content));
		assertThat(started.status()).as(started.toString()).isEqualTo(201);
		return started.id();
	}

	private String picture(TestUser reader, String category) {
		return list(reader, category).path(0).path("picture").asString(null);
	}

	private JsonNode list(TestUser reader, String category) {
		return this.forum.get(reader, "/threads?category=" + category).data();
	}

	private static String image(String medium) {
		return "![A cat](media:" + medium + ")";
	}

}
