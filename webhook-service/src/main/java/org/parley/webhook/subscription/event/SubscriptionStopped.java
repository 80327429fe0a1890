package org.parley.webhook.subscription.event;

/**
 * A subscription was disabled or ended in this transaction.
 *
 * @param id of the subscription
 */
public record SubscriptionStopped(String id) {
}
