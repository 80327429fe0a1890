package org.parley.platform.messaging.inbox.delivery;

import java.time.InstantSource;
import java.util.stream.Stream;

import org.parley.platform.messaging.deadletter.DeadLetterReason;
import org.parley.platform.messaging.deadletter.DeadLetterSender;
import org.parley.platform.messaging.inbox.PoisonEventException;
import org.parley.platform.messaging.queue.DeliveryHandler.Patience;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.core.Message;

/**
 * Sends messages that cannot be handled to the dead-letter queue. It logs neither event
 * data nor exception messages.
 */
public class DeadLetterPublisher {

	private static final Logger log = LoggerFactory.getLogger(DeadLetterPublisher.class);

	private final DeadLetterSender deadLetters;

	private final InstantSource clock;

	public DeadLetterPublisher(DeadLetterSender deadLetters, InstantSource clock) {
		this.deadLetters = deadLetters;
		this.clock = clock;
	}

	/**
	 * Sends a message to the dead-letter queue after its last attempt.
	 * @return whether the broker confirmed it; otherwise its queue must keep it
	 */
	boolean publish(String queue, Message message, DeliveryAttempts deliveryAttempts, Throwable cause,
			Patience patience) {
		var failure = new DeadLetterReason(reason(cause), cause.getClass().getName(), deliveryAttempts.failed(),
				deliveryAttempts.since(), this.clock.instant());
		log.atWarn()
			.addKeyValue("queue", queue)
			.addKeyValue("cause", failure.cause())
			.addKeyValue("at", Stream.of(cause.getStackTrace()).findFirst().map(Object::toString).orElse(""))
			.addKeyValue("tries", failure.attempts())
			.log("A message cannot be handled and moves to the dead-letter queue");
		log.debug("Why", cause);
		return this.deadLetters.send(queue, message, failure, patience);
	}

	private static String reason(Throwable cause) {
		return (cause instanceof PoisonEventException) ? String.valueOf(cause.getMessage()) : "The handler failed";
	}

}
