package org.parley.webhook.delivery;

import java.time.Instant;
import java.util.Set;

import org.parley.webhook.forum.About;

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
record Message(String id, String type, Instant at, About about, Set<String> people, String payload) {
}
