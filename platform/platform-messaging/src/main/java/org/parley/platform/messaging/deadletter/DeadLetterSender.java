package org.parley.platform.messaging.deadletter;

import java.util.Map;
import java.util.Objects;

import org.parley.platform.messaging.catalogue.Topology;
import org.parley.platform.messaging.queue.ConfirmedSender;
import org.parley.platform.messaging.queue.DeliveryHandler.Patience;
import org.parley.platform.mongo.cluster.Backoff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;

/** Sends messages to the dead-letter queue of their queue. */
public class DeadLetterSender {

	private static final Logger log = LoggerFactory.getLogger(DeadLetterSender.class);

	public static final String REASON = "x-parley-reason";

	public static final String CAUSE = "x-parley-cause";

	public static final String ATTEMPTS = "x-parley-attempts";

	public static final String FIRST = "x-parley-first";

	public static final String LAST = "x-parley-last";

	public static final String EXCHANGE = "x-parley-exchange";

	private final ConfirmedSender sender;

	DeadLetterSender(ConfirmedSender sender) {
		this.sender = sender;
	}

	/**
	 * Sends a message with the reason in its headers, and retries until the broker
	 * confirms it.
	 * @return false when the patience ended first; the queue must then keep the message
	 */
	public boolean send(String queue, Message message, DeadLetterReason deadLetterReason, Patience patience) {
		var letter = letter(message, deadLetterReason, exchangeOf(queue, message));
		var backoff = new Backoff();
		while (!this.sender.send(Topology.lettersOf(queue), Topology.DEAD, letter)) {
			log.atWarn()
				.addKeyValue("queue", queue)
				.log("The broker did not confirm a dead letter; its queue keeps it");
			if (!patience.pause(backoff.next())) {
				return false;
			}
		}
		return true;
	}

	/**
	 * The exchange through which a message came to a queue, even after a replay of its
	 * dead letter; empty when it was sent to the queue directly. The headers are trusted,
	 * since only the consumer may publish on the letters exchange.
	 */
	public static String exchangeOf(String queue, Message message) {
		var properties = message.getMessageProperties();
		var exchange = Objects.requireNonNullElse(properties.getReceivedExchange(), "");
		return exchange.equals(Topology.lettersOf(queue))
				? String.valueOf(properties.getHeaders().getOrDefault(EXCHANGE, "")) : exchange;
	}

	private static Message letter(Message message, DeadLetterReason deadLetterReason, String exchange) {
		return MessageBuilder.withBody(message.getBody())
			.setContentType(message.getMessageProperties().getContentType())
			.setDeliveryMode(MessageDeliveryMode.PERSISTENT)
			.copyHeaders(headers(deadLetterReason))
			.setHeader(EXCHANGE, exchange)
			.build();
	}

	private static Map<String, Object> headers(DeadLetterReason deadLetterReason) {
		return Map.of(REASON, deadLetterReason.reason(), CAUSE, deadLetterReason.cause(), ATTEMPTS,
				deadLetterReason.attempts(), FIRST, deadLetterReason.first().toString(), LAST,
				deadLetterReason.last().toString());
	}

}
