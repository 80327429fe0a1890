package org.parley.webhook.delivery;

import java.time.InstantSource;

import org.parley.platform.web.problem.ProblemException;
import org.parley.webhook.subscription.WebhookSubscriptions;

import org.springframework.stereotype.Component;

/** Begins another round of tries, under the same id. */
@Component
class RedeliverWebhook {

	private final WebhookSubscriptions webhookSubscriptions;

	private final Deliveries deliveries;

	private final DeliverySignal signal;

	private final InstantSource clock;

	RedeliverWebhook(WebhookSubscriptions webhookSubscriptions, Deliveries deliveries, DeliverySignal signal,
			InstantSource clock) {
		this.webhookSubscriptions = webhookSubscriptions;
		this.deliveries = deliveries;
		this.signal = signal;
		this.clock = clock;
	}

	DeliveryView redeliver(String subscription, String id) {
		var delivery = this.deliveries.find(subscription, id).orElseThrow(DeliveryNotFoundException::new);
		this.webhookSubscriptions.existing(subscription).requireActive();
		if (!this.deliveries.again(delivery, this.clock.instant())) {
			throw ProblemException.conflict("delivery.under-way", "This delivery is not over yet.");
		}
		this.signal.send();
		return DeliveryView.of(this.deliveries.find(subscription, id).orElseThrow(DeliveryNotFoundException::new));
	}

}
