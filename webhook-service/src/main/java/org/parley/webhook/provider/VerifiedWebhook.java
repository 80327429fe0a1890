package org.parley.webhook.provider;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A request whose signature is right.
 *
 * @param eventId what its provider calls the event; a repetition has the same
 * @param sentAt when it was signed, if the provider says so
 */
public record VerifiedWebhook(String eventId, @Nullable Instant sentAt) {
}
