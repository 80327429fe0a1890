package org.parley.platform.messaging.inbox;

import org.jspecify.annotations.Nullable;

/** An event that no retry can handle. It moves to the dead-letter queue. */
public class PoisonEventException extends RuntimeException {

	/**
	 * Creates the exception.
	 * @param reason a sentence for operators, without event data
	 */
	public PoisonEventException(String reason) {
		super(reason);
	}

	/**
	 * Returns a value of an event without which it cannot be handled.
	 * @param value null if it is absent or this version does not know it
	 * @throws PoisonEventException when there is no value
	 */
	public static <T> T requireKnown(@Nullable T value) {
		if (value == null) {
			throw new PoisonEventException("The event has no value that this version knows");
		}
		return value;
	}

}
