package org.parley.chat.message.write;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.parley.platform.events.Envelopes;
import org.parley.platform.events.queue.ConfirmedSender;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.stereotype.Component;

/** Sends accepted messages to the broker and waits until it has them durably. */
@Component
class AcceptedMessageQueue {

	/** The authors wait. */
	private static final Duration PATIENCE = Duration.ofMillis(1_500);

	private static final String EXCHANGE = "chat.events";

	private final ConfirmedSender sender;

	private final Envelopes envelopes;

	AcceptedMessageQueue(ConnectionFactory connections, AmqpAdmin broker, Envelopes envelopes) {
		this.sender = new ConfirmedSender(connections, broker, PATIENCE);
		this.envelopes = envelopes;
	}

	/** Sends a message; false when its arrival is uncertain. */
	boolean add(MessageAccepted accepted) {
		var event = this.envelopes.wrap(accepted);
		return this.sender.send(EXCHANGE, event.type(),
				MessageBuilder.withBody(this.envelopes.write(event).getBytes(StandardCharsets.UTF_8))
					.setContentType("application/cloudevents+json")
					.setDeliveryMode(MessageDeliveryMode.PERSISTENT)
					.setMessageId(event.id())
					.setType(event.type())
					.build());
	}

}
