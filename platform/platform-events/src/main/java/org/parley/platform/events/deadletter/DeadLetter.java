package org.parley.platform.events.deadletter;

import java.time.Instant;

import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A message that could not be handled.
 *
 * @param id its queue and its event's id, else what its body hashes to: a message that
 * comes back is the same letter
 * @param revision another one whenever it comes back, so that nobody removes a letter
 * that he has not seen
 * @param queue where it could not be handled
 * @param event the event's id, if it is an event
 * @param type the event's type, if it is an event
 * @param happened when the event happened, if it is one
 * @param reason why, in a sentence
 * @param cause the class of what was thrown, or what the broker calls it
 * @param attempts how often it was tried
 * @param first when it was tried first
 * @param at when it was given up
 * @param exchange by which it came; empty when it was sent to the queue itself, null in
 * letters of an earlier version
 * @param body the message as it was
 */
@Document("dead_letters")
record DeadLetter(@Id String id, String revision, String queue, @Nullable String event, @Nullable String type,
		@Nullable Instant happened, String reason, String cause, int attempts, Instant first, Instant at,
		@Nullable String exchange, Binary body) {
}
