package org.parley.webhook.delivery;

import java.time.InstantSource;
import java.util.Set;

import org.parley.platform.domain.Ids;
import org.parley.webhook.forum.MessageSubject;
import org.parley.webhook.forum.PublicVisibility;
import org.parley.webhook.forum.Visibility;
import org.parley.webhook.subscription.WebhookSubscriptions;
import org.parley.webhook.subscription.event.SubscriptionRemoved;
import org.parley.webhook.subscription.event.SubscriptionStopped;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Creates a delivery for each subscription to a message. */
@Component
public class CreateDeliveries {

	static final String TEST = "webhook.test";

	private final WebhookSubscriptions webhookSubscriptions;

	private final PublicVisibility publicVisibility;

	private final Deliveries deliveries;

	private final DeliverySignal signal;

	private final InstantSource clock;

	CreateDeliveries(WebhookSubscriptions webhookSubscriptions, PublicVisibility publicVisibility,
			Deliveries deliveries, DeliverySignal signal, InstantSource clock) {
		this.webhookSubscriptions = webhookSubscriptions;
		this.publicVisibility = publicVisibility;
		this.deliveries = deliveries;
		this.signal = signal;
		this.clock = clock;
	}

	/**
	 * Creates deliveries unless the public may not read the subject, which is checked
	 * again before sending. Repeated calls create none twice.
	 */
	public void create(WebhookMessage webhookMessage) {
		var subscribers = this.webhookSubscriptions.findActive(webhookMessage.type(), webhookMessage.at());
		if (subscribers.isEmpty() || this.publicVisibility.of(webhookMessage.about()) == Visibility.HIDDEN) {
			return;
		}
		var now = this.clock.instant();
		this.deliveries
			.addMissing(subscribers.stream().map((id) -> WebhookDelivery.of(id, webhookMessage, now)).toList());
		this.signal.wakeWorker();
	}

	DeliveryView createTest(String subscription) {
		this.webhookSubscriptions.get(subscription).requireActive();
		var now = this.clock.instant();
		var payload = "{\"type\":\"%s\",\"timestamp\":\"%s\",\"data\":{\"subscription\":\"%s\"}}".formatted(TEST, now,
				subscription);
		var webhookMessage = new WebhookMessage(Ids.next(), TEST, now, MessageSubject.NOTHING, Set.of(), payload);
		var delivery = WebhookDelivery.of(subscription, webhookMessage, now);
		this.deliveries.add(delivery);
		this.signal.wakeWorker();
		return DeliveryView.of(delivery);
	}

	/** Runs in the transaction that stops the subscription. */
	@EventListener
	void on(SubscriptionStopped event) {
		this.deliveries.cancelAll(event.id(), this.clock.instant());
	}

	/** Runs in the transaction that removes the subscription. */
	@EventListener
	void on(SubscriptionRemoved event) {
		this.deliveries.removeAll(event.id());
	}

}
