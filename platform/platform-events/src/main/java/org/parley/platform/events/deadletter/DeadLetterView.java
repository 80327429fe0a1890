package org.parley.platform.events.deadletter;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A dead letter, as operators list it.
 *
 * @param id of the letter
 * @param queue where it could not be handled
 * @param event the event's id, if it is an event
 * @param type the event's type, if it is an event
 * @param happened when the event happened, if it is one
 * @param reason why it could not be handled
 * @param cause the class of what was thrown, or what the broker calls it
 * @param attempts how often it was tried
 * @param first when it was tried first
 * @param at when it was given up
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
