package org.parley.chat.message.write;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;

import org.parley.contracts.chat.MessageAccepted;
import org.parley.platform.messaging.Envelopes;
import org.parley.platform.messaging.queue.ConfirmedSender;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.Message;
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

	private final Queue<UnsentMessage> waiting = new ConcurrentLinkedQueue<>();

	private final ReentrantLock sending = new ReentrantLock();

	AcceptedMessageQueue(ConnectionFactory connections, AmqpAdmin broker, Envelopes envelopes) {
		this.sender = new ConfirmedSender(connections, broker, PATIENCE);
		this.envelopes = envelopes;
	}

	/**
	 * Sends a message; false when its arrival is uncertain. Messages that arrive while
	 * others are sent are sent together, with one channel and one wait for the broker.
	 */
	boolean add(MessageAccepted accepted) {
		var event = this.envelopes.wrap(accepted);
		var own = new UnsentMessage(
				MessageBuilder.withBody(this.envelopes.write(event).getBytes(StandardCharsets.UTF_8))
					.setContentType("application/cloudevents+json")
					.setDeliveryMode(MessageDeliveryMode.PERSISTENT)
					.setMessageId(event.id())
					.setType(event.type())
					.build(),
				new CompletableFuture<>());
		this.waiting.add(own);
		this.sending.lock();
		try {
			if (!own.arrived().isDone()) {
				sendWaiting(event.type());
			}
		}
		finally {
			this.sending.unlock();
		}
		return own.arrived().join();
	}

	private void sendWaiting(String type) {
		var together = new ArrayList<UnsentMessage>();
		for (var next = this.waiting.poll(); next != null; next = this.waiting.poll()) {
			together.add(next);
		}
		var arrived = false;
		try {
			arrived = this.sender.send(EXCHANGE, type, together.stream().map(UnsentMessage::message).toList());
		}
		finally {
			for (var one : together) {
				one.arrived().complete(arrived);
			}
		}
	}

	/**
	 * A message whose author waits.
	 *
	 * @param arrived whether the broker has it
	 */
	private record UnsentMessage(Message message, CompletableFuture<Boolean> arrived) {
	}

}
