package org.parley.platform.events.inbox;

import java.time.InstantSource;
import java.util.stream.Stream;

import org.parley.platform.events.deadletter.DeadLetterReason;
import org.parley.platform.events.deadletter.DeadLetterSender;
import org.parley.platform.events.queue.DeliveryHandler.Patience;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.core.Message;

/**
 * Makes dead letters of what cannot be handled. Neither what an event says nor what an
 * exception says of it is written down.
 */
class DeadLetterPublisher {

	private static final Logger log = LoggerFactory.getLogger(DeadLetterPublisher.class);

	private final DeadLetterSender deadLetters;

	private final InstantSource clock;

	DeadLetterPublisher(DeadLetterSender deadLetters, InstantSource clock) {
		this.deadLetters = deadLetters;
		this.clock = clock;
	}

	/**
	 * Puts a message aside after its last try.
	 * @return whether it has arrived there; otherwise its queue must keep it
	 */
	boolean bury(String queue, Message message, DeliveryAttempts deliveryAttempts, Throwable cause, Patience patience) {
		var failure = new DeadLetterReason(reason(cause), cause.getClass().getName(), deliveryAttempts.failed(),
				deliveryAttempts.since(), this.clock.instant());
		log.atWarn()
			.addKeyValue("queue", queue)
			.addKeyValue("cause", failure.cause())
			.addKeyValue("at", Stream.of(cause.getStackTrace()).findFirst().map(Object::toString).orElse(""))
			.addKeyValue("tries", failure.attempts())
			.log("A message cannot be handled and is put aside");
		log.debug("Why", cause);
		return this.deadLetters.bury(queue, message, failure, patience);
	}

	private static String reason(Throwable cause) {
		return (cause instanceof PoisonEventException) ? String.valueOf(cause.getMessage()) : "The handler failed";
	}

}
