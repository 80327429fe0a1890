package org.parley.platform.events.outbox;

import java.time.Instant;

import org.parley.platform.events.EventEnvelope;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An event that waits to be sent.
 *
 * @param id the event's id; records are sent in its order
 * @param type the routing key
 * @param partitionKey the key within which order is kept
 * @param at when it happened
 * @param envelope the {@link EventEnvelope} as JSON
 */
@Document("outbox")
record OutboxRecord(@Id String id, String type, String partitionKey, Instant at, String envelope) {
}
