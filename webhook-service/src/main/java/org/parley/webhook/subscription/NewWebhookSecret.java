package org.parley.webhook.subscription;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A subscription and the secret that it has got, which is shown this one time.
 *
 * @param subscription the subscription
 * @param secret as Standard Webhooks has it
 */
record NewWebhookSecret(@JsonUnwrapped WebhookSubscriptionView subscription, String secret) {

	@Override
	public String toString() {
		return "NewWebhookSecret[" + this.subscription + "]";
	}

}
