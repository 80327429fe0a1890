package org.parley.platform.messaging.queue;

import java.time.Duration;
import java.util.List;

import org.springframework.amqp.core.Message;

/** Handles the messages of a queue, in order. */
@FunctionalInterface
public interface DeliveryHandler {

	/**
	 * Handles one or more of the messages, from the first one on. The others are offered
	 * again.
	 * @param messages what the queue has delivered, at least one message
	 * @return how many to acknowledge; after zero, all of them return to the queue
	 */
	int apply(List<Message> messages, Patience patience);

	/** A way for a handler to wait while it keeps its messages. */
	@FunctionalInterface
	interface Patience {

		/**
		 * Waits.
		 * @return false when the listener stops or the messages are lost
		 */
		boolean pause(Duration length);

		/** Whether the listener goes on and still has the messages. */
		default boolean isLeft() {
			return pause(Duration.ZERO);
		}

	}

}
