package org.parley.platform.messaging.outbox.relay;

import org.springframework.amqp.AmqpException;

/** The broker closed the channel because of one unknown event of a batch. */
class ChannelClosedException extends AmqpException {

	ChannelClosedException(String reason) {
		super(reason);
	}

}
