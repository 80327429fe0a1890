package org.parley.webhook.delivery;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.platform.web.Ids;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A message on its way to a subscriber.
 *
 * @param id of the delivery
 * @param subscription whom it goes to
 * @param message what it says
 * @param status how far it is
 * @param tries how often it was tried in this round; an administrator may begin another
 * @param nextAt when it has its turn
 * @param claim of the worker that has it
 * @param attempts the last tries
 * @param createdAt when it was made
 * @param finishedAt when it was over
 */
@Document(Deliveries.COLLECTION)
record WebhookDelivery(@Id String id, String subscription, WebhookMessage message, DeliveryStatus status, int tries,
		Instant nextAt, @Nullable String claim, List<DeliveryAttempt> attempts, Instant createdAt,
		@Nullable Instant finishedAt) {

	static WebhookDelivery of(String subscription, WebhookMessage message, Instant now) {
		return new WebhookDelivery(Ids.next(), subscription, message, DeliveryStatus.WAITING, 0, now, null, List.of(),
				now, null);
	}

}
