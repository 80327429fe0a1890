package org.parley.summary.privacy;

import java.util.List;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.PersonalDataKit;
import org.parley.summary.SummaryIT;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.beans.factory.annotation.Autowired;

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

}
