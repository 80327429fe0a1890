package org.parley.webhook.subscription;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A subscription.
 *
 * @param url URL of the endpoint
 * @param events types of messages
 * @param categories ids of the categories that it is limited to; empty for all
 * @param tags tags that it is limited to; empty for all
 * @param format the name of the format of its messages
 * @param description free text
 * @param reason why it is not active
 * @param failingSince first failure since the last success
 * @param disabledAt when it will be disabled if its endpoint fails until then
 * @param owner id of its creator
 * @param version grows with every change
 */
record WebhookSubscriptionView(String id, String url, Set<String> events, Set<String> categories, Set<String> tags,
		String format, @Nullable String description, WebhookSubscriptionStatus status, @Nullable String reason,
		@Nullable Instant failingSince, @Nullable Instant disabledAt, String owner, Instant createdAt, long version) {
}
