package org.parley.summary.privacy;

import java.util.List;
import java.util.Objects;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.PersonalDataKit;
import org.parley.summary.SummaryIT;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;

class SummaryPersonalDataIT extends SummaryIT {

	@Autowired
	private AmqpAdmin broker;

	@Test
	void erasureAnonymizesThreadsJobsAndSwitches() {
		var erased = Ids.next();
		var remaining = Ids.next();
		for (var person : List.of(erased, remaining)) {
			this.mongo.insert(new Document("_id", Ids.next()).append("title", "A thread")
				.append("author", new Document("_id", person).append("username", "name" + person)
					.append("displayName", "Name " + person)), "threads");
		}
		this.mongo.insert(
				new Document("_id", Ids.next()).append("state", "DONE").append("askers", List.of(erased, remaining)),
				"jobs");
		for (var person : List.of(erased, remaining)) {
			var by = new Document("_id", person).append("username", "name" + person)
				.append("displayName", "Name " + person);
			this.mongo.insert(new Document("_id", Ids.next()).append("enabled", false).append("changedBy", by),
					"model_switches");
			this.mongo.insert(new Document("_id", Ids.next()).append("category", "c").append("by", by),
					"model_switch_changes");
		}
		var kit = new PersonalDataKit(this.rabbit, this.broker, "summary.events", "ai_summary");
		assertThat(kit.export(erased)).containsOnlyKeys("summary-requests");
		assertThat(kit.erase(erased)).containsEntry("threads", 1L)
			.containsEntry("summary-requests", 1L)
			.containsEntry("model-switches", 1L)
			.containsEntry("model-switch-changes", 1L);
		for (var collection : List.of("model_switches", "model_switch_changes")) {
			assertThat(this.mongo.findAll(Document.class, collection)).extracting(Document::toString)
				.noneMatch((one) -> one.contains("ame" + erased) || one.contains("ame " + erased))
				.anyMatch((one) -> one.contains(erased) && one.contains("deleted user"))
				.anyMatch((one) -> one.contains("ame " + remaining));
		}
		assertThat(this.mongo.findAll(Document.class, "threads")).extracting(Document::toString)
			.noneMatch((thread) -> thread.contains("ame" + erased) || thread.contains("ame " + erased))
			.anyMatch((thread) -> thread.contains("ame " + remaining));
		assertThat(this.mongo.findAll(Document.class, "jobs")).extracting(Document::toString)
			.noneMatch((job) -> job.contains(erased))
			.anyMatch((job) -> job.contains(remaining));
	}

	@Test
	void erasureDeletesFirstPostOfRemovedThreads() {
		var erased = Ids.next();
		var removed = insertThread(erased, "REMOVED");
		var open = insertThread(erased, "OPEN");
		var kit = new PersonalDataKit(this.rabbit, this.broker, "summary.events", "ai_summary");
		assertThat(kit.erase(erased)).containsEntry("removed-threads", 1L);
		assertThat(thread(removed).getString("title")).isEqualTo("[…]");
		assertThat(thread(removed).getString("slug")).isEqualTo("thread");
		assertThat(posts(removed)).extracting((post) -> post.getString("text"))
			.containsExactlyInAnyOrder(null, "An answer");
		assertThat(this.mongo.findById(removed, Document.class, "summaries")).isNull();
		assertThat(thread(open).getString("title")).isEqualTo("A title");
		assertThat(posts(open)).extracting((post) -> post.getString("text"))
			.containsExactlyInAnyOrder("A text", "An answer");
		assertThat(this.mongo.findById(open, Document.class, "summaries")).isNotNull();
	}

	private String insertThread(String author, String status) {
		var id = Ids.next();
		this.mongo.insert(new Document("_id", id).append("title", "A title")
			.append("slug", "a-title")
			.append("category", new Document("_id", Ids.next()).append("slug", "c"))
			.append("author",
					new Document("_id", author).append("username", "somebody").append("displayName", "Somebody"))
			.append("status", status)
			.append("version", 1L), "threads");
		this.mongo.insert(post(id, 1, "A text"), "posts");
		this.mongo.insert(post(id, 2, "An answer"), "posts");
		this.mongo.insert(new Document("_id", id).append("summaryId", Ids.next()), "summaries");
		return id;
	}

	private static Document post(String thread, int number, String text) {
		return new Document("_id", Ids.next()).append("threadId", thread)
			.append("number", number)
			.append("text", text)
			.append("print", "a print")
			.append("version", 0L);
	}

	private Document thread(String id) {
		return Objects.requireNonNull(this.mongo.findById(id, Document.class, "threads"));
	}

	private List<Document> posts(String thread) {
		return this.mongo.find(new Query(Criteria.where("threadId").is(thread)), Document.class, "posts");
	}

}
