package org.parley.moderation.privacy;

import java.util.List;
import java.util.Map;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.parley.moderation.ModerationIT;
import org.parley.platform.test.PersonalDataKit;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.database.StoredTexts;

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
		assertThat(StoredTexts.collectionsContaining(this.mongo, author.username(), "outbox")).contains("cases",
				"incidents", "statements");
		var counts = kit().erase(author.id());
		assertThat(counts).containsEntry("author", 1L)
			.containsEntry("cases", 1L)
			.containsEntry("statements", 1L)
			.containsEntry("incidents", 1L)
			.hasEntrySatisfying("verdicts", (count) -> assertThat(count).isPositive());
		assertThat(StoredTexts.collectionsContaining(this.mongo, author.username(), "outbox")).isEmpty();
		assertThat(StoredTexts.collectionsContaining(this.mongo, other.username(), "outbox")).contains("cases",
				"incidents", "statements");
	}

	@Test
	void lateEventAfterErasureStoresNoPersonalData() {
		var author = flaggedAuthor();
		kit().erase(author.id());
		this.forum.publishAccount("user.registered", author, 99, Map.of("roles", List.of("user")));
		var post = this.forum.reply(author, "This is late: flagmeplease");
		eventually().until(() -> !this.forum.published("case.opened", post).isEmpty());
		assertThat(this.mongo.findById(author.id(), Document.class, "authors")).isNull();
		assertThat(StoredTexts.collectionsContaining(this.mongo, author.username(), "outbox")).isEmpty();
	}

	/** Creates the author of a flagged post. */
	private TestUser flaggedAuthor() {
		var author = TestUser.with();
		this.forum.publishAccount("user.registered", author, 1, Map.of("roles", List.of("user")));
		var post = this.forum.reply(author, "This is a text with flagmeplease and kys in it");
		eventually().until(() -> !this.forum.published("case.opened", post).isEmpty());
		eventually()
			.until(() -> StoredTexts.collectionsContaining(this.mongo, author.username(), "outbox").contains("cases"));
		eventually().until(() -> this.mongo.findById(author.id(), Document.class, "authors") != null);
		return author;
	}

	private PersonalDataKit kit() {
		return new PersonalDataKit(this.rabbit, this.broker, "moderation.events", "ai_moderation");
	}

}
