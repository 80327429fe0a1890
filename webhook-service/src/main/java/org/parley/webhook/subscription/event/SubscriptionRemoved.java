package org.parley.webhook.subscription.event;

/** A subscription was removed in this transaction. */
public record SubscriptionRemoved(String id) {
}
