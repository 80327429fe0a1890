package org.parley.webhook.delivery.ending;

import java.time.InstantSource;

import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.cluster.DueBatches;
import org.parley.platform.mongo.cluster.WorkClaim;
import org.parley.platform.runtime.ProcessRole;
import org.parley.webhook.delivery.Deliveries;
import org.parley.webhook.subscription.WebhookSubscription;
import org.parley.webhook.subscription.WebhookSubscriptions;

import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Cancels the open deliveries of a stopped subscription, and removes all of a removed
 * one. They may be more than a transaction can change in its time.
 */
@Component
class EndDeliveries {

	private final StoppedSubscriptions stoppedSubscriptions;

	private final WebhookSubscriptions webhookSubscriptions;

	private final Deliveries deliveries;

	private final InstantSource clock;

	EndDeliveries(StoppedSubscriptions stoppedSubscriptions, WebhookSubscriptions webhookSubscriptions,
			Deliveries deliveries, InstantSource clock) {
		this.stoppedSubscriptions = stoppedSubscriptions;
		this.webhookSubscriptions = webhookSubscriptions;
		this.deliveries = deliveries;
		this.clock = clock;
	}

	@Bean
	static ClusterLoop stoppedSubscriptionLoop(EndDeliveries endDeliveries, StoppedSubscriptions stoppedSubscriptions,
			ProcessRole role, InstantSource clock) {
		return new ClusterLoop("stopped-subscriptions", WorkClaim.none(),
				new DueBatches<>(stoppedSubscriptions, endDeliveries::end, role, clock));
	}

	/** Spares a subscription that is active again. */
	private void end(StoppedSubscription stopped) {
		var subscription = this.webhookSubscriptions.find(stopped.id());
		if (subscription.isEmpty()) {
			this.deliveries.removeAll(stopped.id());
		}
		else if (!subscription.filter(WebhookSubscription::isActive).isPresent()) {
			this.deliveries.cancelAll(stopped.id(), this.clock.instant());
		}
		this.stoppedSubscriptions.remove(stopped);
	}

}
