package org.parley.webhook.subscription.event;

/** A subscription has got another address in this transaction. */
public record SubscriptionReaddressed(String id) {
}
