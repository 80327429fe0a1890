package org.parley.platform.messaging.inbox;

/** An event that no retry can handle. It moves to the dead-letter queue. */
public class PoisonEventException extends RuntimeException {

	/**
	 * Creates the exception.
	 * @param reason a sentence for operators, without event data
	 */
	public PoisonEventException(String reason) {
		super(reason);
	}

}
