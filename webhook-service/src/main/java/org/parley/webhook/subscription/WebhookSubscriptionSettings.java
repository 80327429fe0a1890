package org.parley.webhook.subscription;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of subscriptions.
 *
 * @param maxSubscriptions maximal number of subscriptions of an administrator
 * @param maxOwn maximal number of subscriptions of anyone else
 * @param rotation validity of the previous secret after a rotation
 */
@ConfigurationProperties("parley.webhooks")
record WebhookSubscriptionSettings(@DefaultValue("200") int maxSubscriptions, @DefaultValue("10") int maxOwn,
		@DefaultValue("24h") Duration rotation) {
}
