package org.parley.platform.events.queue;

import java.time.Duration;

import org.springframework.amqp.core.Message;

/** What is done with the messages of a queue. */
@FunctionalInterface
public interface DeliveryHandler {

	/**
	 * Does all that a message asks for.
	 * @return whether the message may leave its queue; otherwise it goes back
	 */
	boolean apply(Message message, Patience patience);

	/** Lets a reception wait while it keeps its message. */
	@FunctionalInterface
	interface Patience {

		/**
		 * Waits.
		 * @return false when it is over: the listener stops, or has lost the message
		 */
		boolean pause(Duration length);

	}

}
