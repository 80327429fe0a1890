package org.parley.webhook.delivery;

import java.time.Instant;
import java.util.Set;

import org.parley.webhook.visibility.MessageSubject;

/**
 * A message to subscribers.
 *
 * @param id {@code webhook-id}; the same for all subscribers and attempts
 * @param at time of the event
 * @param people ids of the users in the payload
 * @param payload the signed body
 */
public record WebhookMessage(String id, String type, Instant at, MessageSubject about, Set<String> people,
		String payload) {
}
