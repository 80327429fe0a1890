package org.parley.platform.events.outbox;

import java.time.Instant;

import org.bson.BsonTimestamp;
import org.jspecify.annotations.Nullable;
import org.parley.platform.events.EventEnvelope;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An event that waits to be sent.
 *
 * @param id the event's id
 * @param at when it was kept, by the database's one clock: records are sent in its order
 * @param partition of its key; instances share the partitions
 * @param partitionKey the key within which order is kept
 * @param type the routing key
 * @param time when it happened
 * @param envelope the {@link EventEnvelope} as JSON
 * @param state whether it may be sent
 * @param attempts how often the broker has refused it
 * @param refusal why it did last
 * @param parkedAt since when nobody tries any more
 */
@Document("outbox")
record OutboxRecord(@Id String id, BsonTimestamp at, int partition, String partitionKey, String type, Instant time,
		String envelope, State state, int attempts, @Nullable String refusal, @Nullable Instant parkedAt) {

	/** How many parts the work has that instances share. */
	static final int PARTITIONS = 16;

	/**
	 * MongoDB fills in its own time for this one when it inserts.
	 *
	 * @see <a href=
	 * "https://www.mongodb.com/docs/manual/reference/bson-types/#timestamps"> BSON Types:
	 * Timestamps</a>
	 */
	private static final BsonTimestamp OF_THE_SERVER = new BsonTimestamp(0, 0);

	static OutboxRecord of(EventEnvelope event, String json) {
		return new OutboxRecord(event.id(), OF_THE_SERVER, partitionOf(event.partitionkey()), event.partitionkey(),
				event.type(), event.time(), json, State.WAITING, 0, null, null);
	}

	static int partitionOf(String key) {
		return Math.floorMod(key.hashCode(), PARTITIONS);
	}

	/** Whether a record may be sent. */
	enum State {

		/** It may, in its turn. */
		WAITING,
		/** An earlier one of its key is parked. */
		HELD,
		/** The broker has refused it too often. */
		PARKED

	}

}
