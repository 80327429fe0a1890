package org.parley.webhook.subscription.event;

/** A subscription was disabled or ended in this transaction. */
public record SubscriptionStopped(String id) {
}
