package org.parley.moderation.privacy;

import java.util.List;
import java.util.Map;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.parley.moderation.ModerationIT;
import org.parley.moderation.TestUser;
import org.parley.platform.test.PersonalDataKit;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class ModerationPersonalDataIT extends ModerationIT {

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private AmqpAdmin broker;

	@Test
	void peopleAreToldWhatIsKeptOfThem() {
		var author = flagged();
		var copy = kit().export(author.id());
		assertThat(copy).containsKeys("author", "verdicts", "incidents", "cases");
		assertThat(copy.get("cases")).singleElement()
			.satisfies((told) -> assertThat(told.path("status").asString()).isEqualTo("OPEN"));
	}

	@Test
	void ofWhoGoesOnlyCasesWithoutANameAreLeft() {
		var author = flagged();
		var other = flagged();
		assertThat(found(author.username())).contains("cases", "incidents");
		var counts = kit().erase(author.id());
		assertThat(counts).containsEntry("author", 1L)
			.containsEntry("cases", 1L)
			.containsEntry("incidents", 1L)
			.hasEntrySatisfying("verdicts", (count) -> assertThat(count).isPositive());
		assertThat(found(author.username())).isEmpty();
		assertThat(found(other.username())).contains("cases", "incidents");
	}

	@Test
	void whatComesLateDoesNotBringThemBack() {
		var author = flagged();
		kit().erase(author.id());
		this.forum.account("user.registered", author, 99, Map.of("roles", List.of("user")));
		var post = this.forum.reply(author, "This is late: flagmeplease");
		soon().until(() -> !this.forum.told("case.opened", post).isEmpty());
		assertThat(this.mongo.findById(author.id(), Document.class, "authors")).isNull();
		assertThat(found(author.username())).isEmpty();
	}

	/** Somebody of whose posts moderation has found one wrong. */
	private TestUser flagged() {
		var author = TestUser.with();
		this.forum.account("user.registered", author, 1, Map.of("roles", List.of("user")));
		var post = this.forum.reply(author, "This is a text with flagmeplease in it");
		soon().until(() -> !this.forum.told("case.opened", post).isEmpty());
		soon().until(() -> found(author.username()).contains("cases"));
		soon().until(() -> this.mongo.findById(author.id(), Document.class, "authors") != null);
		return author;
	}

	private PersonalDataKit kit() {
		return new PersonalDataKit(this.rabbit, this.broker, "moderation.events", "ai_moderation");
	}

	/** The collections that hold a text; what waits to be sent is sent in a moment. */
	private List<String> found(String text) {
		return this.mongo.getCollectionNames()
			.stream()
			.filter((name) -> !name.equals("outbox"))
			.filter((name) -> this.mongo.findAll(Document.class, name)
				.stream()
				.anyMatch((document) -> document.toString().contains(text)))
			.toList();
	}

}
