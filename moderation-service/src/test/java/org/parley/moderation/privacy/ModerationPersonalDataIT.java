package org.parley.moderation.privacy;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.parley.moderation.ModerationIT;
import org.parley.platform.test.PersonalDataKit;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.database.StoredTexts;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

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
	void erasureRemovesTextsUnlessDecisionIsDue() {
		var author = flaggedAuthor();
		var moderator = TestUser.with("moderator");
		var removed = this.forum.startThread(author, "Zxfirst of its titles", "Zxopening flagmeplease");
		path(removed);
		this.forum.tagThread(removed, "Zxtitle of a thread", List.of("zxtag"), 1);
		eventually().until(() -> StoredTexts.collectionsContaining(this.mongo, "zxtag", "outbox")
			.containsAll(List.of("cases", "checks", "thread_openings")));
		this.forum.publish("thread.removed", removed.edited(removed.content()).edited(removed.content()));
		var decided = path(this.forum.reply(author, "Zxdecided flagmeplease"));
		assertThat(this.client.post(moderator, decided + "/decide", Map.of("decision", "dismiss")).status())
			.isEqualTo(200);
		var open = this.forum.reply(author, "Zxearlier flagmeplease");
		path(open);
		this.forum.publish("post.edited", open.edited("Zxpresent flagmeplease"));
		eventually().until(() -> this.mongo
			.exists(withAuthor("grounds.post", author, (its) -> its.and("firstText").exists(true)), "cases"));
		eventually().until(() -> this.mongo
			.exists(withAuthor("grounds.post", author, (its) -> its.and("status").is("WITHDRAWN")), "cases"));
		eventually().until(
				() -> !this.mongo.exists(withAuthor("post", author, (its) -> its.and("stage").ne("DONE")), "checks"));
		assertThat(StoredTexts.collectionsContaining(this.mongo, "Zxtitle", "outbox")).contains("cases", "checks",
				"thread_openings");
		kit().erase(author.id());
		for (var text : List.of("Zxfirst", "Zxtitle", "zxtag", "Zxopening", "Zxdecided", "Zxearlier")) {
			assertThat(StoredTexts.collectionsContaining(this.mongo, text, "outbox")).as(text).isEmpty();
		}
		assertThat(StoredTexts.collectionsContaining(this.mongo, "Zxpresent", "outbox")).containsExactly("cases");
	}

	private static Query withAuthor(String post, TestUser author, UnaryOperator<Criteria> more) {
		return new Query(more.apply(Criteria.where(post + ".author._id").is(author.id())));
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
