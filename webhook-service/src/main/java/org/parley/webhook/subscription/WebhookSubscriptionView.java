package org.parley.webhook.subscription;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A subscription as administrators see it.
 *
 * @param id of the subscription
 * @param url where the subscriber listens
 * @param events what it is told of
 * @param description for administrators
 * @param status whether it is told
 * @param reason why it is not
 * @param failingSince since when nothing could be delivered
 * @param owner who made it
 * @param createdAt when
 * @param version grows with every change
 */
record WebhookSubscriptionView(String id, String url, Set<String> events, @Nullable String description,
		WebhookSubscriptionStatus status, @Nullable String reason, @Nullable Instant failingSince, String owner,
		Instant createdAt, long version) {
}
