package org.parley.platform.events.queue;

import java.io.IOException;

import com.rabbitmq.client.Connection;

/** A queue that can be taken from. */
public interface QueueSource {

	/** The queue's name at the broker. */
	String name();

	/** Makes sure that the queue is there, with a connection that is about to use it. */
	void prepare(Connection connection) throws IOException;

	/** Adds what could not be had yet; asked for whenever the queue is empty. */
	default void complete(Connection connection) {
	}

}
