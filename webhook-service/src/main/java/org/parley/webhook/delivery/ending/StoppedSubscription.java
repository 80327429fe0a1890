package org.parley.webhook.delivery.ending;

import java.time.Instant;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A subscription that was stopped or removed, and whose deliveries are not ended yet.
 *
 * @param id the subscription
 * @param dueAt when they are ended
 */
@Document("stopped_subscriptions")
record StoppedSubscription(@Id String id, @Indexed Instant dueAt) {
}
