package org.parley.webhook.delivery;

import java.time.InstantSource;
import java.util.Set;

import org.parley.platform.web.Ids;
import org.parley.platform.web.transaction.UnitOfWork;
import org.parley.webhook.forum.MessageSubject;
import org.parley.webhook.forum.PublicVisibility;
import org.parley.webhook.forum.Visibility;
import org.parley.webhook.subscription.SubscriptionRemoved;
import org.parley.webhook.subscription.SubscriptionStopped;
import org.parley.webhook.subscription.WebhookSubscriptions;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Decides who shall be told, and makes a delivery for each. */
@Component
class CreateDeliveries {

	static final String TEST = "webhook.test";

	private final WebhookSubscriptions webhookSubscriptions;

	private final PublicVisibility publicVisibility;

	private final Deliveries deliveries;

	private final DeliverySignal signal;

	private final UnitOfWork work;

	private final InstantSource clock;

	CreateDeliveries(WebhookSubscriptions webhookSubscriptions, PublicVisibility publicVisibility,
			Deliveries deliveries, DeliverySignal signal, UnitOfWork work, InstantSource clock) {
		this.webhookSubscriptions = webhookSubscriptions;
		this.publicVisibility = publicVisibility;
		this.deliveries = deliveries;
		this.signal = signal;
		this.work = work;
		this.clock = clock;
	}

	/**
	 * Tells whoever has subscribed to it. Whether everybody may read it is asked again
	 * when it is sent; what is not known yet may be known then.
	 */
	void tell(WebhookMessage webhookMessage) {
		var subscribers = this.webhookSubscriptions.to(webhookMessage.type());
		if (subscribers.isEmpty() || visibility(webhookMessage) == Visibility.HIDDEN) {
			return;
		}
		var now = this.clock.instant();
		subscribers
			.forEach((subscriber) -> this.deliveries.add(WebhookDelivery.of(subscriber.id(), webhookMessage, now)));
		this.work.afterCommit(this.signal::send);
	}

	/**
	 * As it is now: what the event itself says was noted after this transaction began.
	 */
	private Visibility visibility(WebhookMessage webhookMessage) {
		return this.work.outside(() -> this.publicVisibility.of(webhookMessage.about()));
	}

	/** Tells one subscriber that its endpoint is found. */
	DeliveryView test(String subscription) {
		this.webhookSubscriptions.existing(subscription).requireActive();
		var now = this.clock.instant();
		var payload = "{\"type\":\"%s\",\"timestamp\":\"%s\",\"data\":{\"subscription\":\"%s\"}}".formatted(TEST, now,
				subscription);
		var webhookMessage = new WebhookMessage(Ids.next(), TEST, now, MessageSubject.NOTHING, Set.of(), payload);
		var delivery = WebhookDelivery.of(subscription, webhookMessage, now);
		this.deliveries.add(delivery);
		this.signal.send();
		return DeliveryView.of(delivery);
	}

	/** Part of the transaction that stops it. */
	@EventListener
	void on(SubscriptionStopped event) {
		this.deliveries.cancelAll(event.id(), this.clock.instant());
	}

	/** Part of the transaction that removes it. */
	@EventListener
	void on(SubscriptionRemoved event) {
		this.deliveries.removeAll(event.id());
	}

}
