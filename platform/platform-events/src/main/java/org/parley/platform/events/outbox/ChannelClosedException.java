package org.parley.platform.events.outbox;

import org.springframework.amqp.AmqpException;

/**
 * The channel was closed because of one of the events on it, and it is not known which.
 */
class ChannelClosedException extends AmqpException {

	ChannelClosedException(String reason) {
		super(reason);
	}

}
