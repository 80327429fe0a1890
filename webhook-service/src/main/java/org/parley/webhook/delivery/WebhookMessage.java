package org.parley.webhook.delivery;

import java.time.Instant;
import java.util.Set;

import org.parley.webhook.forum.MessageSubject;

/**
 * What subscribers are told.
 *
 * @param id the same for everybody and every try: {@code webhook-id}
 * @param type what happened
 * @param at when
 * @param about what it is about
 * @param people the ids of those whom it names
 * @param payload the body, as it is signed
 */
record WebhookMessage(String id, String type, Instant at, MessageSubject about, Set<String> people, String payload) {
}
