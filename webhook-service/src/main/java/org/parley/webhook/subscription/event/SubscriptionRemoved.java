package org.parley.webhook.subscription.event;

/**
 * A subscription was removed in this transaction.
 *
 * @param id of the subscription
 */
public record SubscriptionRemoved(String id) {
}
