package org.parley.webhook.subscription;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A subscription with its new secret, which is shown only once.
 *
 * @param secret encoded as in Standard Webhooks
 */
record NewWebhookSecret(@JsonUnwrapped WebhookSubscriptionView subscription, String secret) {

	@Override
	public String toString() {
		return "NewWebhookSecret[" + this.subscription + "]";
	}

}
