package org.parley.webhook.subscription;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many may subscribe, and how long two secrets count.
 *
 * @param maxSubscriptions how many subscriptions there may be
 * @param rotation how long the last secret still signs
 */
@ConfigurationProperties("parley.webhooks")
record WebhookSubscriptionSettings(@DefaultValue("200") int maxSubscriptions, @DefaultValue("24h") Duration rotation) {
}
