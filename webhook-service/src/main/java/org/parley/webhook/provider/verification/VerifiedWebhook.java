package org.parley.webhook.provider.verification;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A webhook with a valid signature.
 *
 * @param eventId id of the event; the same in a repetition
 * @param sentAt signed time; null if the provider signs none
 */
public record VerifiedWebhook(String eventId, @Nullable Instant sentAt) {
}
