package org.parley.webhook.receipt.processing;

import java.util.Optional;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import org.parley.webhook.provider.WebhookProviders;
import org.parley.webhook.provider.amazon.SnsProvider;
import org.parley.webhook.receipt.Receipt;
import org.parley.webhook.receipt.ReceiptNote;

/** Confirms the subscriptions of topics of Amazon SNS to this endpoint. */
@Component
@Order(0)
class SnsSubscriptionHandler implements ReceiptHandler {

	private final WebhookProviders providers;

	SnsSubscriptionHandler(WebhookProviders providers) {
		this.providers = providers;
	}

	@Override
	public Optional<ReceiptNote> handle(Receipt receipt) {
		var body = receipt.body();
		return this.providers.find(receipt.provider())
			.filter((provider) -> provider instanceof SnsProvider sns && body != null
					&& sns.confirmSubscription(body.getData()))
			.map((provider) -> new ReceiptNote("SubscriptionConfirmation", "The subscription is confirmed."));
	}

}
