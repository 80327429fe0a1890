package org.parley.webhook.delivery;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Ids;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A delivery of a message to a subscription.
 *
 * @param tries attempts in this round
 * @param nextAt time of the next attempt
 * @param claim claim of a worker
 * @param attempts the latest attempts
 * @param finishedAt time of closing
 */
@Document(Deliveries.COLLECTION)
@CompoundIndex(def = "{'subscription': 1, 'message._id': 1}", unique = true)
@CompoundIndex(def = "{'status': 1, 'nextAt': 1, 'subscription': 1}")
@CompoundIndex(def = "{'subscription': 1, '_id': -1}")
@CompoundIndex(def = "{'subscription': 1, 'status': 1, '_id': -1}")
@CompoundIndex(def = "{'message.people': 1, '_id': 1}")
public record WebhookDelivery(@Id String id, String subscription, WebhookMessage message, DeliveryStatus status,
		int tries, Instant nextAt, @Nullable String claim, List<DeliveryAttempt> attempts,
		@Indexed(expireAfter = "90d", useGeneratedName = true) Instant createdAt, @Nullable Instant finishedAt) {

	public static WebhookDelivery of(String subscription, WebhookMessage message, Instant now) {
		return new WebhookDelivery(Ids.next(), subscription, message, DeliveryStatus.WAITING, 0, now, null, List.of(),
				now, null);
	}

}
