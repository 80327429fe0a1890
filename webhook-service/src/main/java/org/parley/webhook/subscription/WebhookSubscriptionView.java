package org.parley.webhook.subscription;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A subscription.
 *
 * @param url URL of the endpoint
 * @param events types of events
 * @param description for administrators
 * @param reason why it is not active
 * @param failingSince first failure since the last success
 * @param owner id of its creator
 * @param version grows with every change
 */
record WebhookSubscriptionView(String id, String url, Set<String> events, @Nullable String description,
		WebhookSubscriptionStatus status, @Nullable String reason, @Nullable Instant failingSince, String owner,
		Instant createdAt, long version) {
}
