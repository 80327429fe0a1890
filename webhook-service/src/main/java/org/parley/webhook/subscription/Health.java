package org.parley.webhook.subscription;

import java.time.InstantSource;
import java.util.function.Consumer;

import org.parley.platform.web.transaction.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Keeps how subscribers are, as far as deliveries show; who is ill too long is left
 * alone.
 */
@Component
public class Health {

	private static final Logger log = LoggerFactory.getLogger(Health.class);

	private final Subscriptions subscriptions;

	private final UnitOfWork work;

	private final ApplicationEventPublisher publisher;

	private final InstantSource clock;

	Health(Subscriptions subscriptions, UnitOfWork work, ApplicationEventPublisher publisher, InstantSource clock) {
		this.subscriptions = subscriptions;
		this.work = work;
		this.publisher = publisher;
		this.clock = clock;
	}

	/** It has something now. */
	public void succeeded(Subscription subscription) {
		if (subscription.isFailing()) {
			note(subscription, Subscription::succeeded);
		}
	}

	/** It could not be told. */
	public void failed(Subscription subscription) {
		note(subscription, (found) -> found.failed(this.clock.instant()));
	}

	/** It wants no more. */
	public void gone(Subscription subscription) {
		note(subscription, Subscription::end);
	}

	private void note(Subscription seen, Consumer<Subscription> change) {
		this.work.run(() -> {
			this.subscriptions.find(seen.id()).filter(Subscription::isActive).ifPresent((subscription) -> {
				var before = subscription.view();
				change.accept(subscription);
				if (!subscription.view().equals(before)) {
					keep(subscription);
				}
			});
			return seen;
		});
	}

	private void keep(Subscription subscription) {
		this.subscriptions.save(subscription);
		if (!subscription.isActive()) {
			this.publisher.publishEvent(new SubscriptionStopped(subscription.id()));
			log.atWarn()
				.addKeyValue("subscription", subscription.id())
				.addKeyValue("reason", subscription.view().reason())
				.log("A subscriber is told no more");
		}
	}

}
