package org.parley.platform.messaging.deadletter;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The description of a dead letter.
 *
 * @param queue the queue of the failed delivery
 * @param event the event's id, if it is an event
 * @param type the event's type, if it is an event
 * @param happened when the event happened, if it is an event
 * @param reason the reason, in one sentence
 * @param cause the class of the exception, or the broker's reason
 * @param first the time of the first attempt
 * @param at the time of the last attempt
 * @param size of the message, in bytes
 */
record DeadLetterView(String id, String queue, @Nullable String event, @Nullable String type,
		@Nullable Instant happened, String reason, String cause, int attempts, Instant first, Instant at, int size) {

	static DeadLetterView of(DeadLetter letter) {
		return new DeadLetterView(letter.id(), letter.queue(), letter.event(), letter.type(), letter.happened(),
				letter.reason(), letter.cause(), letter.attempts(), letter.first(), letter.at(),
				letter.body().length());
	}

}
