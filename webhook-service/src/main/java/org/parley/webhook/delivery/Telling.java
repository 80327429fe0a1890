package org.parley.webhook.delivery;

import java.time.InstantSource;
import java.util.Set;

import org.parley.platform.web.Ids;
import org.parley.platform.web.transaction.UnitOfWork;
import org.parley.webhook.forum.About;
import org.parley.webhook.forum.Readership;
import org.parley.webhook.forum.Visibility;
import org.parley.webhook.subscription.SubscriptionRemoved;
import org.parley.webhook.subscription.SubscriptionStopped;
import org.parley.webhook.subscription.Subscriptions;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Decides who shall be told, and makes a delivery for each. */
@Component
class Telling {

	static final String TEST = "webhook.test";

	private final Subscriptions subscriptions;

	private final Readership readership;

	private final Deliveries deliveries;

	private final DeliverySignal signal;

	private final UnitOfWork work;

	private final InstantSource clock;

	Telling(Subscriptions subscriptions, Readership readership, Deliveries deliveries, DeliverySignal signal,
			UnitOfWork work, InstantSource clock) {
		this.subscriptions = subscriptions;
		this.readership = readership;
		this.deliveries = deliveries;
		this.signal = signal;
		this.work = work;
		this.clock = clock;
	}

	/**
	 * Tells whoever has subscribed to it. Whether everybody may read it is asked again
	 * when it is sent; what is not known yet may be known then.
	 */
	void tell(Message message) {
		var subscribers = this.subscriptions.to(message.type());
		if (subscribers.isEmpty() || visibility(message) == Visibility.HIDDEN) {
			return;
		}
		var now = this.clock.instant();
		subscribers.forEach((subscriber) -> this.deliveries.add(Delivery.of(subscriber.id(), message, now)));
		this.work.afterCommit(this.signal::send);
	}

	/**
	 * As it is now: what the event itself says was noted after this transaction began.
	 */
	private Visibility visibility(Message message) {
		return this.work.outside(() -> this.readership.of(message.about()));
	}

	/** Tells one subscriber that its endpoint is found. */
	DeliveryView test(String subscription) {
		this.subscriptions.existing(subscription).requireActive();
		var now = this.clock.instant();
		var payload = "{\"type\":\"%s\",\"timestamp\":\"%s\",\"data\":{\"subscription\":\"%s\"}}".formatted(TEST, now,
				subscription);
		var message = new Message(Ids.next(), TEST, now, About.NOTHING, Set.of(), payload);
		var delivery = Delivery.of(subscription, message, now);
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
