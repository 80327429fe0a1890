package org.parley.summary.privacy;

import java.util.List;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.parley.platform.test.PersonalDataKit;
import org.parley.platform.web.Ids;
import org.parley.summary.SummaryIT;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class SummaryPersonalDataIT extends SummaryIT {

	@Autowired
	private AmqpAdmin broker;

	@Test
	void erasureAnonymizesThreadsAndJobs() {
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
		var kit = new PersonalDataKit(this.rabbit, this.broker, "summary.events", "ai_summary");
		assertThat(kit.export(erased)).containsOnlyKeys("wishes");
		assertThat(kit.erase(erased)).containsEntry("threads", 1L).containsEntry("wishes", 1L);
		assertThat(this.mongo.findAll(Document.class, "threads")).extracting(Document::toString)
			.noneMatch((thread) -> thread.contains("ame" + erased) || thread.contains("ame " + erased))
			.anyMatch((thread) -> thread.contains("ame " + remaining));
		assertThat(this.mongo.findAll(Document.class, "jobs")).extracting(Document::toString)
			.noneMatch((job) -> job.contains(erased))
			.anyMatch((job) -> job.contains(remaining));
	}

}
