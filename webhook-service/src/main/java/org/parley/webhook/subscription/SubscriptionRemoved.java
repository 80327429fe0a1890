package org.parley.webhook.subscription;

/**
 * A subscription is gone, in this transaction.
 *
 * @param id of the subscription
 */
public record SubscriptionRemoved(String id) {
}
