package org.parley.platform.messaging.deadletter;

import java.time.Instant;

import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A message that could not be handled.
 *
 * @param id the queue and the event's id, or else the hash of the body, so that a
 * returning message keeps its id
 * @param revision changes with every return, so that a stale letter is never removed
 * @param queue the queue of the failed delivery
 * @param event the event's id, if it is an event
 * @param type the event's type, if it is an event
 * @param happened when the event happened, if it is an event
 * @param reason the reason, in one sentence
 * @param cause the class of the exception, or the broker's reason
 * @param first the time of the first attempt
 * @param at the time of the last attempt
 * @param exchange the exchange of the message; empty when it was sent to the queue
 * directly, null in letters of an earlier version
 * @param body the unchanged message body
 */
@Document("dead_letters")
public record DeadLetter(@Id String id, String revision, String queue, @Nullable String event, @Nullable String type,
		@Nullable Instant happened, String reason, String cause, int attempts, Instant first, Instant at,
		@Nullable String exchange, Binary body) {
}
