package org.parley.webhook.subscription;

import java.time.InstantSource;
import java.util.function.Consumer;

import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.webhook.subscription.event.SubscriptionStopped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Records the health of endpoints, and disables subscriptions that fail for too long.
 */
@Component
public class EndpointHealth {

	private static final Logger log = LoggerFactory.getLogger(EndpointHealth.class);

	private final WebhookSubscriptions webhookSubscriptions;

	private final UnitOfWork unitOfWork;

	private final ApplicationEventPublisher publisher;

	private final InstantSource clock;

	EndpointHealth(WebhookSubscriptions webhookSubscriptions, UnitOfWork unitOfWork,
			ApplicationEventPublisher publisher, InstantSource clock) {
		this.webhookSubscriptions = webhookSubscriptions;
		this.unitOfWork = unitOfWork;
		this.publisher = publisher;
		this.clock = clock;
	}

	public void recordSuccess(WebhookSubscription webhookSubscription) {
		if (webhookSubscription.isFailing()) {
			change(webhookSubscription, WebhookSubscription::recordSuccess);
		}
	}

	public void recordFailure(WebhookSubscription webhookSubscription) {
		change(webhookSubscription, (found) -> found.recordFailure(this.clock.instant()));
	}

	/** Ends a subscription whose endpoint has answered 410. */
	public void recordGone(WebhookSubscription webhookSubscription) {
		change(webhookSubscription, WebhookSubscription::end);
	}

	private void change(WebhookSubscription seen, Consumer<WebhookSubscription> change) {
		this.unitOfWork.run(() -> {
			this.webhookSubscriptions.find(seen.id())
				.filter(WebhookSubscription::isActive)
				.ifPresent((webhookSubscription) -> {
					var before = webhookSubscription.view();
					change.accept(webhookSubscription);
					if (!webhookSubscription.view().equals(before)) {
						save(webhookSubscription);
					}
				});
			return seen;
		});
	}

	private void save(WebhookSubscription webhookSubscription) {
		this.webhookSubscriptions.save(webhookSubscription);
		if (!webhookSubscription.isActive()) {
			this.publisher.publishEvent(new SubscriptionStopped(webhookSubscription.id()));
			log.atWarn()
				.addKeyValue("subscription", webhookSubscription.id())
				.addKeyValue("reason", webhookSubscription.view().reason())
				.log("Subscription stopped");
		}
	}

}
