package org.parley.webhook.subscription;

/**
 * A subscriber is told no more, from this transaction on.
 *
 * @param id of the subscription
 */
public record SubscriptionStopped(String id) {
}
