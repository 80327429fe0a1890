package org.parley.webhook.subscription;

import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.parley.contracts.webhook.WebhookEndpointReported.Cause;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.webhook.subscription.event.SubscriptionStopped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Records the health of endpoints, disables subscriptions that fail for too long, and
 * tells their owners before and after.
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
			change(webhookSubscription, WebhookSubscription::isFailing, WebhookSubscription::recordSuccess);
		}
	}

	/** Records a failure; most of them change nothing. */
	public void recordFailure(WebhookSubscription webhookSubscription) {
		var now = this.clock.instant();
		if (webhookSubscription.isChangedByFailure(now)) {
			change(webhookSubscription, (found) -> found.isChangedByFailure(now), (found) -> found.recordFailure(now));
		}
	}

	/** Ends a subscription whose endpoint has answered 410. */
	public void recordGone(WebhookSubscription webhookSubscription) {
		change(webhookSubscription, (_) -> true, WebhookSubscription::end);
	}

	/** An attempt at a former address says nothing about the present one. */
	private void change(WebhookSubscription seen, Predicate<WebhookSubscription> condition,
			Consumer<WebhookSubscription> change) {
		this.unitOfWork.run(() -> {
			this.webhookSubscriptions.find(seen.id())
				.filter(WebhookSubscription::isActive)
				.filter((found) -> found.url().equals(seen.url()))
				.filter(condition)
				.ifPresent((found) -> {
					var warned = found.isWarned();
					change.accept(found);
					this.webhookSubscriptions.save(found);
					reportNews(found, warned);
				});
		});
	}

	/** Tells the owner of a new warning, and that the subscription was stopped. */
	private void reportNews(WebhookSubscription found, boolean warned) {
		if (!found.isActive()) {
			this.publisher.publishEvent(new SubscriptionStopped(found.id()));
			this.publisher.publishEvent(found.report("webhook-endpoint.stopped", found.cause(), this.clock.instant()));
			log.atWarn()
				.addKeyValue("subscription", found.id())
				.addKeyValue("reason", found.view(this.clock.instant()).reason())
				.log("Subscription stopped");
		}
		else if (found.isWarned() && !warned) {
			this.publisher.publishEvent(found.report("webhook-endpoint.failing", Cause.FAILURES, this.clock.instant()));
		}
	}

}
