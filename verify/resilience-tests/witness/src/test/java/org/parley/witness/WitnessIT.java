package org.parley.witness;

import java.time.Instant;
import java.util.stream.IntStream;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.test.LocalStackTest;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest
@LocalStackTest
class WitnessIT {

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private MongoTemplate mongo;

	@Autowired
	private JsonMapper json;

	@Test
	void eventsAreRecordedOnceInOrderAndProjected() {
		IntStream.of(1, 2, 2, 3).forEach(this::lock);
		await().until(() -> this.mongo.count(new Query(), "testimonies") == 3);
		lock(1);
		lock(4);
		await().until(() -> this.mongo.count(new Query(), "testimonies") == 4);
		var versions = this.mongo.findAll(Document.class, "testimonies")
			.stream()
			.map((testimony) -> testimony.getLong("version"));
		assertThat(versions).containsExactly(1L, 2L, 3L, 4L);
		assertThat(this.mongo.findById("thread-1", Document.class, "threads")).containsEntry("version", 4L)
			.containsEntry("status", "locked");
	}

	private void lock(int version) {
		var data = this.json.readTree("""
				{"thread": {"id": "thread-1", "title": "A thread", "status": "locked", "version": %d}}"""
			.formatted(version));
		var event = new EventEnvelope("1.0", "event-" + version, "forum-service", "thread.locked", "thread-1",
				Instant.now(), "application/json", "urn:parley:event:thread.locked:1", null, "a-request", "thread-1",
				data);
		this.rabbit.send("witness.letters", "again",
				MessageBuilder.withBody(this.json.writeValueAsBytes(event)).build());
	}

}
