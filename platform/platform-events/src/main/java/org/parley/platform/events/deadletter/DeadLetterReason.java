package org.parley.platform.events.deadletter;

import java.time.Instant;

/**
 * Why an event is put aside.
 *
 * @param reason a sentence for operators, without anything that the event says
 * @param cause the class of what was thrown
 * @param attempts how often it was tried
 * @param first when it was tried first
 * @param last when it was tried last
 */
public record DeadLetterReason(String reason, String cause, int attempts, Instant first, Instant last) {

	/** Only a later version of the service knows what to do with it. */
	public static final String UNHEARD = "Nobody hears this type";

}
