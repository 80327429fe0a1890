package org.parley.moderation.privacy;

import java.util.List;
import java.util.Map;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.parley.moderation.ModerationIT;
import org.parley.platform.test.PersonalDataKit;
import org.parley.platform.test.client.TestUser;

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
	void exportHasAllPersonalData() {
		var author = flaggedAuthor();
		var copy = kit().export(author.id());
		assertThat(copy).containsKeys("author", "verdicts", "incidents", "cases", "statements");
		assertThat(copy.get("cases")).singleElement()
			.satisfies((exported) -> assertThat(exported.path("status").asString()).isEqualTo("OPEN"));
	}

	@Test
	void erasureLeavesOnlyAnonymousCases() {
		var author = flaggedAuthor();
		var other = flaggedAuthor();
		assertThat(collectionsWith(author.username())).contains("cases", "incidents", "statements");
		var counts = kit().erase(author.id());
		assertThat(counts).containsEntry("author", 1L)
			.containsEntry("cases", 1L)
			.containsEntry("statements", 1L)
			.containsEntry("incidents", 1L)
			.hasEntrySatisfying("verdicts", (count) -> assertThat(count).isPositive());
		assertThat(collectionsWith(author.username())).isEmpty();
		assertThat(collectionsWith(other.username())).contains("cases", "incidents", "statements");
	}

	@Test
	void lateEventAfterErasureStoresNoPersonalData() {
		var author = flaggedAuthor();
		kit().erase(author.id());
		this.forum.publishAccount("user.registered", author, 99, Map.of("roles", List.of("user")));
		var post = this.forum.reply(author, "This is late: flagmeplease");
		eventually().until(() -> !this.forum.published("case.opened", post).isEmpty());
		assertThat(this.mongo.findById(author.id(), Document.class, "authors")).isNull();
		assertThat(collectionsWith(author.username())).isEmpty();
	}

	/** Creates the author of a flagged post. */
	private TestUser flaggedAuthor() {
		var author = TestUser.with();
		this.forum.publishAccount("user.registered", author, 1, Map.of("roles", List.of("user")));
		var post = this.forum.reply(author, "This is a text with flagmeplease and kys in it");
		eventually().until(() -> !this.forum.published("case.opened", post).isEmpty());
		eventually().until(() -> collectionsWith(author.username()).contains("cases"));
		eventually().until(() -> this.mongo.findById(author.id(), Document.class, "authors") != null);
		return author;
	}

	private PersonalDataKit kit() {
		return new PersonalDataKit(this.rabbit, this.broker, "moderation.events", "ai_moderation");
	}

	/** Returns the collections that contain a text, except the outbox. */
	private List<String> collectionsWith(String text) {
		return this.mongo.getCollectionNames()
			.stream()
			.filter((name) -> !name.equals("outbox"))
			.filter((name) -> this.mongo.findAll(Document.class, name)
				.stream()
				.anyMatch((document) -> document.toString().contains(text)))
			.toList();
	}

}
