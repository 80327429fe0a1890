package org.parley.platform.messaging.inbox;

import java.time.Instant;

import org.parley.platform.messaging.EventEnvelope;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A handled event.
 *
 * @param id the queue and the event's id
 * @param at the time of handling; kept for {@link EventEnvelope#REPEATABLE}
 */
@Document("inbox")
record InboxRecord(@Id String id, Instant at) {
}
