package org.parley.platform.events.outbox;

import org.springframework.amqp.AmqpException;

/** The broker closed the channel because of one of the events on it, and not which. */
class ChannelClosedException extends AmqpException {

	ChannelClosedException(String reason) {
		super(reason);
	}

}
