package org.parley.webhook.delivery;

import java.time.InstantSource;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import org.parley.webhook.subscription.WebhookSubscription;

import org.springframework.stereotype.Component;

/** Starts another round of attempts with the same {@code webhook-id}. */
@Component
class RedeliverWebhook {

	private final Deliveries deliveries;

	private final DeliverySignal signal;

	private final InstantSource clock;

	RedeliverWebhook(Deliveries deliveries, DeliverySignal signal, InstantSource clock) {
		this.deliveries = deliveries;
		this.signal = signal;
		this.clock = clock;
	}

	DeliveryView redeliver(WebhookSubscription subscription, String id) {
		var delivery = this.deliveries.find(subscription.id(), id).orElseThrow(DeliveryNotFoundException::new);
		subscription.requireActive();
		if (!this.deliveries.restart(delivery, this.clock.instant())) {
			throw RefusalException.conflict("delivery.under-way", "The delivery is still in progress.");
		}
		this.signal.wakeWorker();
		return DeliveryView.of(this.deliveries.find(subscription.id(), id).orElseThrow(DeliveryNotFoundException::new));
	}

	/** The delivery does not exist in this subscription. */
	static final class DeliveryNotFoundException extends RefusalException {

		DeliveryNotFoundException() {
			super(RefusalKind.NOT_FOUND, "delivery.not-found", "The delivery does not exist.");
		}

	}

}
