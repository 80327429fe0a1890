package org.parley.forum.setup;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.contracts.forum.FirstThread;
import org.parley.forum.ForumIT;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.catalogue.Topology;
import org.parley.platform.test.EventContract;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.platform.test.client.TestUser.GUEST;

/** Creation of the first categories and threads from the setup event of auth-service. */
class SetupListenerIT extends ForumIT {

	private static final String QUEUE = "forum_members";

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private JsonMapper json;

	/** The events of the administrator's account come before that of the set-up. */
	@BeforeEach
	void administratorIsMember() {
		this.forum.category();
	}

	@Test
	void repeatedSetupEventCreatesEachCategoryOnce() {
		var first = slug();
		var second = slug();
		publish(List.of(Map.of("slug", first, "name", "Gardening", "description", "Soil.", "colour", "#2f855a"),
				Map.of("slug", second, "name", "Riddles")));
		soon().untilAsserted(() -> assertThat(slugs()).contains(first, second));
		var last = slug();
		publish(List.of(Map.of("slug", first, "name", "Other"), Map.of("slug", last, "name", "Last")));
		soon().untilAsserted(() -> assertThat(slugs()).contains(last));
		assertThat(slugs()).containsOnlyOnce(first, second);
		assertThat(slugs().indexOf(first)).isLessThan(slugs().indexOf(second));
		var gardening = category(first);
		assertThat(gardening.path("name").asString()).isEqualTo("Gardening");
		assertThat(gardening.path("description").asString()).isEqualTo("Soil.");
		assertThat(gardening.path("colour").asString()).isEqualTo("#2f855a");
		assertThat(category(second).path("colour").asString()).isEqualTo("#607d8b");
		assertThat(gardening.path("read").asString()).isEqualTo("everyone");
		assertThat(gardening.path("post").asString()).isEqualTo("members");
		assertThat(category(second).path("description").asString()).isEmpty();
	}

	@Test
	void setupStartsThreadsInTheLanguageOfTheForum() {
		var english = slug();
		var german = slug();
		publish(List.of(Map.of("slug", english, "name", "Start")), "haw");
		publish(List.of(Map.of("slug", german, "name", "Anfang"), Map.of("slug", slug(), "name", "Leer")), "de-AT");
		soon().untilAsserted(() -> assertThat(titlesIn(english)).isEqualTo(titles("en")));
		soon().untilAsserted(() -> assertThat(titlesIn(german)).isEqualTo(titles("de")));
		var welcome = this.forum.get(GUEST, "/threads?category=" + german).data().path(0);
		assertThat(welcome.path("pinned").asBoolean()).isTrue();
		assertThat(welcome.at("/author/username").asString()).isEqualTo(this.forum.admin().username());
		publish(List.of(Map.of("slug", german, "name", "Anfang"), Map.of("slug", slug(), "name", "Neu")), "de");
		soon().untilAsserted(() -> assertThat(this.forum.get(GUEST, "/categories").data().findValuesAsString("name"))
			.contains("Neu"));
		assertThat(titlesIn(german)).isEqualTo(titles("de"));
	}

	private List<String> titlesIn(String category) {
		return this.forum.get(GUEST, "/threads?category=" + category).data().findValuesAsString("title");
	}

	private static List<String> titles(String language) {
		return StartFirstThreads.read(language).stream().map(FirstThread::title).toList();
	}

	private List<String> slugs() {
		return this.forum.get(GUEST, "/categories").data().findValuesAsString("slug");
	}

	private JsonNode category(String slug) {
		return this.forum.get(GUEST, "/categories/" + slug).data();
	}

	private static String slug() {
		return "c-" + Ids.next().toLowerCase(Locale.ROOT);
	}

	private void publish(List<Map<String, String>> categories) {
		publish(categories, "en");
	}

	private void publish(List<Map<String, String>> categories, String language) {
		var event = (ObjectNode) this.json.readTree(EventContract.example("setup.completed"));
		event.put("id", Ids.next());
		event.withObject("/data/forum").put("language", language);
		event.withObject("/data/by").put("id", this.forum.admin().id()).put("username", this.forum.admin().username());
		event.withObject("/data").set("categories", this.json.valueToTree(categories));
		assertThat(EventContract.violations(event.toString())).isEmpty();
		this.rabbit.send(Topology.lettersOf(QUEUE), Topology.AGAIN,
				MessageBuilder.withBody(event.toString().getBytes(StandardCharsets.UTF_8)).build());
	}

}
