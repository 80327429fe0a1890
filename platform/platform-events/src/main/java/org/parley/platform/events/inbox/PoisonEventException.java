package org.parley.platform.events.inbox;

/**
 * An event that no further try will make right.
 */
public class PoisonEventException extends RuntimeException {

	/**
	 * Puts the event aside.
	 * @param reason a sentence for operators, without anything that the event says
	 */
	public PoisonEventException(String reason) {
		super(reason);
	}

}
