package org.parley.webhook.delivery.sending;

import org.parley.webhook.delivery.DeliveryStatus;
import org.parley.webhook.delivery.WebhookDelivery;
import org.parley.webhook.visibility.MessageVisibility;
import org.parley.webhook.subscription.WebhookSubscription;
import org.parley.webhook.subscription.WebhookSubscriptions;

import org.springframework.stereotype.Component;

/**
 * Sends a claimed delivery and records the outcome. A crash in between sends it again,
 * with the same {@code webhook-id}.
 */
@Component
class SendDelivery {

	private final WebhookSubscriptions webhookSubscriptions;

	private final MessageVisibility messageVisibility;

	private final PostWebhook postWebhook;

	private final RecordDeliveryOutcome recordDeliveryOutcome;

	SendDelivery(WebhookSubscriptions webhookSubscriptions, MessageVisibility messageVisibility,
			PostWebhook postWebhook, RecordDeliveryOutcome recordDeliveryOutcome) {
		this.webhookSubscriptions = webhookSubscriptions;
		this.messageVisibility = messageVisibility;
		this.postWebhook = postWebhook;
		this.recordDeliveryOutcome = recordDeliveryOutcome;
	}

	void send(WebhookDelivery claimed, EndpointLimit endpointLimit) {
		var subscription = this.webhookSubscriptions.find(claimed.subscription()).filter(WebhookSubscription::isActive);
		if (subscription.isEmpty()) {
			this.recordDeliveryOutcome.drop(claimed, DeliveryStatus.CANCELLED);
			return;
		}
		switch (this.messageVisibility.of(claimed.message().about(), subscription.get().owner())) {
			case HIDDEN -> this.recordDeliveryOutcome.withhold(claimed);
			case UNKNOWN -> this.recordDeliveryOutcome.awaitCategory(claimed);
			case READABLE -> send(claimed, subscription.get(), endpointLimit);
		}
	}

	private void send(WebhookDelivery claimed, WebhookSubscription subscription, EndpointLimit endpointLimit) {
		if (!endpointLimit.acquirePermission()) {
			this.recordDeliveryOutcome.postpone(claimed);
			return;
		}
		var outcome = this.postWebhook.post(claimed.message(), subscription);
		if (outcome.isEndpointFailure()) {
			endpointLimit.recordFailure(outcome.took());
		}
		else {
			endpointLimit.recordSuccess(outcome.took());
		}
		this.recordDeliveryOutcome.record(claimed, subscription, outcome);
	}

}
