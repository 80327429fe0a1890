package org.parley.platform.events.deadletter;

import java.util.Map;

import org.parley.platform.events.catalogue.Topology;
import org.parley.platform.events.queue.Backoff;
import org.parley.platform.events.queue.ConfirmedSender;
import org.parley.platform.events.queue.Reception.Patience;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;

/** Sends what cannot be handled to the dead-letter queue of its queue. */
public class DeadLetterSender {

	private static final Logger log = LoggerFactory.getLogger(DeadLetterSender.class);

	static final String REASON = "x-parley-reason";

	static final String CAUSE = "x-parley-cause";

	static final String ATTEMPTS = "x-parley-attempts";

	static final String FIRST = "x-parley-first";

	static final String LAST = "x-parley-last";

	private final ConfirmedSender sender;

	private final AmqpAdmin broker;

	DeadLetterSender(ConfirmedSender sender, AmqpAdmin broker) {
		this.sender = sender;
		this.broker = broker;
	}

	/**
	 * Sends a message as it came, with why in its headers, and again until it has
	 * arrived.
	 * @return false when patience ended first; then its queue must keep it
	 */
	public boolean bury(String queue, Message message, Failure failure, Patience patience) {
		var letter = letter(message, failure);
		var backoff = new Backoff();
		while (!this.sender.send(Topology.lettersOf(queue), Topology.DEAD, letter)) {
			log.atWarn().addKeyValue("queue", queue).log("A dead letter does not arrive; its queue keeps it");
			if (!patience.pause(backoff.next())) {
				return false;
			}
			declareQuietly();
		}
		return true;
	}

	/** Somebody may have deleted the dead-letter queue. */
	private void declareQuietly() {
		try {
			this.broker.initialize();
		}
		catch (AmqpException ex) {
			log.debug("Nothing can be declared now", ex);
		}
	}

	private static Message letter(Message message, Failure failure) {
		return MessageBuilder.withBody(message.getBody())
			.setContentType(message.getMessageProperties().getContentType())
			.setDeliveryMode(MessageDeliveryMode.PERSISTENT)
			.copyHeaders(headers(failure))
			.build();
	}

	private static Map<String, Object> headers(Failure failure) {
		return Map.of(REASON, failure.reason(), CAUSE, failure.cause(), ATTEMPTS, failure.attempts(), FIRST,
				failure.first().toString(), LAST, failure.last().toString());
	}

}
