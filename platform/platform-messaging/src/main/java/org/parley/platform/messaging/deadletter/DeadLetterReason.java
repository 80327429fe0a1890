package org.parley.platform.messaging.deadletter;

import java.time.Instant;

/**
 * Why a message became a dead letter.
 *
 * @param reason a sentence for operators, without event data
 * @param cause the class of the exception
 * @param first the time of the first attempt
 * @param last the time of the last attempt
 */
public record DeadLetterReason(String reason, String cause, int attempts, Instant first, Instant last) {

	/**
	 * The type is unknown to this version of the service; a later one may handle it.
	 * Stored, so the text never changes.
	 */
	public static final String UNHEARD = "Nobody hears this type";

}
