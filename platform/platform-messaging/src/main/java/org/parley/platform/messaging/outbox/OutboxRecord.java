package org.parley.platform.messaging.outbox;

import java.time.Instant;

import org.bson.BsonTimestamp;
import org.jspecify.annotations.Nullable;
import org.parley.platform.messaging.EventEnvelope;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An event in the outbox.
 *
 * @param id the event's id
 * @param at when it was stored, by the clock of the database; records are sent in this
 * order
 * @param partition of its key; instances share the partitions
 * @param partitionKey the key that keeps the order
 * @param type the event type and routing key
 * @param time when the event happened
 * @param envelope the {@link EventEnvelope} as JSON
 * @param attempts how often the broker refused it
 * @param refusal the last reason of the broker
 */
@Document("outbox")
public record OutboxRecord(@Id String id, BsonTimestamp at, int partition, String partitionKey, String type,
		Instant time, String envelope, State state, int attempts, @Nullable String refusal,
		@Nullable Instant parkedAt) {

	/** The number of partitions that instances share. */
	public static final int PARTITIONS = 16;

	/**
	 * MongoDB replaces this value with its own time on insert.
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
	public enum State {

		/** Ready to be sent. */
		WAITING,
		/** An earlier event of its key is parked. */
		HELD,
		/** The broker refused it too often. */
		PARKED

	}

}
