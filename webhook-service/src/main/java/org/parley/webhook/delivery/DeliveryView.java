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
		@Nullable Instant nextAt, List<Attempt> attempts, Instant createdAt, @Nullable Instant finishedAt) {

	static DeliveryView of(Delivery delivery) {
		return new DeliveryView(delivery.id(), delivery.message().id(), delivery.message().type(), delivery.status(),
				delivery.tries(), delivery.status().isOver() ? null : delivery.nextAt(), delivery.attempts(),
				delivery.createdAt(), delivery.finishedAt());
	}

}
