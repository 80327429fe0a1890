package org.parley.witness;

import java.time.InstantSource;

import org.bson.BsonTimestamp;
import org.bson.Document;
import org.parley.platform.messaging.EventEnvelope;
import tools.jackson.databind.JsonNode;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * Records a document for each application of an event, ordered by the database's clock,
 * which all instances share.
 */
@Component
class RecordedEvents {

	private final MongoOperations mongo;

	private final InstantSource clock;

	RecordedEvents(MongoOperations mongo, InstantSource clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	void add(EventEnvelope event, JsonNode data) {
		this.mongo.insert(new Document("at", new BsonTimestamp()).append("eventId", event.id())
			.append("type", event.type())
			.append("subject", event.subject())
			.append("key", event.partitionkey())
			.append("version", version(event.type(), data))
			.append("happened", event.time())
			.append("applied", this.clock.instant()), "testimonies");
	}

	/** Returns the subject's version, which most events contain. */
	private static long version(String type, JsonNode data) {
		var subject = type.substring(0, type.indexOf('.'));
		return data.path(subject).path("version").asLong(data.path("version").asLong(-1));
	}

}
