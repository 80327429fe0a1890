package org.parley.webhook.delivery;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A delivery as administrators see it.
 *
 * @param id of the delivery
 * @param webhookId what the subscriber knows the message by
 * @param type what happened
 * @param status how far it is
 * @param tries how often it was tried in this round
 * @param nextAt when it has its turn; none when it is over
 * @param attempts the last tries
 * @param createdAt when it was made
 * @param finishedAt when it was over
 */
record DeliveryView(String id, String webhookId, String type, DeliveryStatus status, int tries,
		@Nullable Instant nextAt, List<DeliveryAttempt> attempts, Instant createdAt, @Nullable Instant finishedAt) {

	static DeliveryView of(WebhookDelivery webhookDelivery) {
		return new DeliveryView(webhookDelivery.id(), webhookDelivery.message().id(), webhookDelivery.message().type(),
				webhookDelivery.status(), webhookDelivery.tries(),
				webhookDelivery.status().isOver() ? null : webhookDelivery.nextAt(), webhookDelivery.attempts(),
				webhookDelivery.createdAt(), webhookDelivery.finishedAt());
	}

}
