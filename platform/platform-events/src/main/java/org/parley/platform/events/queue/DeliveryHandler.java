package org.parley.platform.events.queue;

import java.time.Duration;

import org.springframework.amqp.core.Message;

/** Handles the messages of a queue. */
@FunctionalInterface
public interface DeliveryHandler {

	/**
	 * Handles a message.
	 * @return whether to acknowledge it; otherwise it returns to the queue
	 */
	boolean apply(Message message, Patience patience);

	/** Lets a handler wait while it keeps its message. */
	@FunctionalInterface
	interface Patience {

		/**
		 * Waits.
		 * @return false when the listener stops or the message is lost
		 */
		boolean pause(Duration length);

	}

}
