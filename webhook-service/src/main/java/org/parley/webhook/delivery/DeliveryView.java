package org.parley.webhook.delivery;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A delivery.
 *
 * @param webhookId id of the message
 * @param type type of the message
 * @param tries attempts in this round
 * @param nextAt time of the next attempt; null if the delivery is closed
 * @param attempts the latest attempts
 * @param finishedAt time of closing
 */
record DeliveryView(String id, String webhookId, String type, DeliveryStatus status, int tries,
		@Nullable Instant nextAt, List<DeliveryAttempt> attempts, Instant createdAt, @Nullable Instant finishedAt) {

	static DeliveryView of(WebhookDelivery webhookDelivery) {
		return new DeliveryView(webhookDelivery.id(), webhookDelivery.message().id(), webhookDelivery.message().type(),
				webhookDelivery.status(), webhookDelivery.tries(),
				webhookDelivery.status().isClosed() ? null : webhookDelivery.nextAt(), webhookDelivery.attempts(),
				webhookDelivery.createdAt(), webhookDelivery.finishedAt());
	}

}
