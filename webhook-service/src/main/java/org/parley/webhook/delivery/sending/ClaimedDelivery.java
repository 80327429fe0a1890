package org.parley.webhook.delivery.sending;

import org.jspecify.annotations.Nullable;
import org.parley.platform.security.outbound.HttpOutcome;
import org.parley.webhook.delivery.WebhookDelivery;
import org.parley.webhook.subscription.WebhookSubscription;
import org.parley.webhook.visibility.Visibility;

/**
 * A claimed delivery with what became of it.
 *
 * @param subscription the active subscription; null if there is none
 * @param visibility whether its owner may read the content now
 * @param outcome the outcome of an attempt; null without one
 */
record ClaimedDelivery(WebhookDelivery delivery, @Nullable WebhookSubscription subscription, Visibility visibility,
		@Nullable HttpOutcome outcome) {

	/** Whether it may be sent. */
	boolean isReady() {
		return this.subscription != null && this.visibility == Visibility.READABLE;
	}

	ClaimedDelivery with(HttpOutcome result) {
		return new ClaimedDelivery(this.delivery, this.subscription, this.visibility, result);
	}
}
