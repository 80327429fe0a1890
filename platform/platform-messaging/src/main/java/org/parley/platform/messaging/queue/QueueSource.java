package org.parley.platform.messaging.queue;

import java.io.IOException;

import com.rabbitmq.client.Connection;

/** A queue that can be consumed. */
public interface QueueSource {

	/** The name of the queue at the broker. */
	String name();

	/** Declares the queue if necessary, before a connection uses it. */
	void prepare(Connection connection) throws IOException;

	/**
	 * Adds missing bindings.
	 * @return false while some are missing; it is then called again
	 */
	default boolean complete(Connection connection) {
		return true;
	}

}
