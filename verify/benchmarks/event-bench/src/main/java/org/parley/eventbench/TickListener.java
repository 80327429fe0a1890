package org.parley.eventbench;

import java.time.InstantSource;

import org.bson.Document;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import tools.jackson.databind.JsonNode;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * Records when each event was consumed. Like most listeners it runs concurrently, and
 * writes in one transaction with the inbox.
 */
@Component
@EventConsumer("event_bench")
class TickListener {

	private final MongoOperations mongo;

	private final InstantSource clock;

	TickListener(MongoOperations mongo, InstantSource clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	@EventHandler("bench.ticked")
	void on(JsonNode data, EventEnvelope event) {
		this.mongo.insert(new Document("_id", data.path("id").asString()).append("happened", event.time())
			.append("heard", this.clock.instant()), "echoes");
	}

}
