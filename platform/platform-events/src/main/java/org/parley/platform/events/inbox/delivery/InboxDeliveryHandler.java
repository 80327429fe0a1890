package org.parley.platform.events.inbox.delivery;

import java.time.InstantSource;

import org.parley.platform.events.EventEnvelope;
import org.parley.platform.events.inbox.EventReader;
import org.parley.platform.events.inbox.Inbox;
import org.parley.platform.events.inbox.InboxMetrics;
import org.parley.platform.events.inbox.PoisonEventException;
import org.parley.platform.events.privacy.ErasedUserScrubber;
import org.parley.platform.events.queue.DeliveryHandler;
import org.parley.platform.web.RequestOrigin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.core.Message;

/**
 * Handles each event of a shared queue once. After three failed attempts it moves to the
 * dead-letter queue; outages of the database or the broker do not count as attempts. The
 * message stays in its queue until it is handled or dead.
 */
final class InboxDeliveryHandler implements DeliveryHandler {

	private static final Logger log = LoggerFactory.getLogger(InboxDeliveryHandler.class);

	/**
	 * The number of returns after which a message is considered deadly. Healthy messages
	 * return a few times when a service is killed repeatedly.
	 */
	private static final long DEADLY = 1_000;

	private final String queue;

	private final EventReader eventReader;

	private final Inbox inbox;

	private final ErasedUserScrubber erasedUserScrubber;

	private final DeadLetterPublisher deadLetterPublisher;

	private final InboxMetrics meters;

	private final InstantSource clock;

	InboxDeliveryHandler(String queue, EventReader eventReader, DeliveryHandlerFactory services) {
		this.queue = queue;
		this.eventReader = eventReader;
		this.inbox = services.inbox();
		this.erasedUserScrubber = services.erasedUserScrubber();
		this.deadLetterPublisher = services.deadLetterPublisher();
		this.meters = services.meters();
		this.clock = services.clock();
	}

	@Override
	public boolean apply(Message message, Patience patience) {
		var deliveryAttempts = new DeliveryAttempts(this.clock.instant());
		EventEnvelope event;
		try {
			requireHarmless(message);
			event = this.eventReader.read(message);
		}
		catch (PoisonEventException ex) {
			deliveryAttempts.after(ex);
			return publishDeadLetter(message, InboxMetrics.UNKNOWN, deliveryAttempts, ex, patience);
		}
		try (var _ = RequestOrigin.of(event.correlationid(), event.traceparent()).open()) {
			return apply(event, message, deliveryAttempts, patience);
		}
	}

	/**
	 * Refuses messages that return again and again, because their consumer dies before it
	 * acknowledges them.
	 * @see <a href=
	 * "https://www.rabbitmq.com/docs/quorum-queues#poison-message-handling">RabbitMQ:
	 * Poison Message Handling</a>
	 */
	private static void requireHarmless(Message message) {
		if (message.getMessageProperties().getHeader("x-delivery-count") instanceof Number returns
				&& returns.longValue() >= DEADLY) {
			throw new PoisonEventException("The message returned too often; handling it may kill the service");
		}
	}

	private boolean apply(EventEnvelope event, Message message, DeliveryAttempts deliveryAttempts, Patience patience) {
		while (true) {
			try {
				handle(event);
				return true;
			}
			catch (RuntimeException | StackOverflowError | LinkageError | AssertionError ex) {
				var pause = deliveryAttempts.after(ex);
				if (pause.isEmpty()) {
					return publishDeadLetter(message, this.eventReader.knownType(event), deliveryAttempts, ex,
							patience);
				}
				log.atWarn()
					.addKeyValue("queue", this.queue)
					.addKeyValue("event", event.id())
					.addKeyValue("type", this.eventReader.knownType(event))
					.addKeyValue("cause", ex.getClass().getName())
					.log("An event could not be handled and is retried");
				if (!patience.pause(pause.get())) {
					return false;
				}
			}
		}
	}

	private void handle(EventEnvelope event) {
		this.erasedUserScrubber.scrubbed(event)
			.ifPresentOrElse(this::applyOnce, () -> this.meters.recordDuplicate(this.queue, event));
	}

	private void applyOnce(EventEnvelope event) {
		var handler = this.eventReader.handlerOf(event);
		if (this.eventReader.isRepeatable(event)) {
			handler.run();
			this.meters.recordHandled(this.queue, event);
		}
		else if (this.inbox.applyOnce(this.queue, event.id(), handler)) {
			this.meters.recordHandled(this.queue, event);
		}
		else {
			this.meters.recordDuplicate(this.queue, event);
		}
	}

	private boolean publishDeadLetter(Message message, String type, DeliveryAttempts deliveryAttempts, Throwable cause,
			Patience patience) {
		var arrived = this.deadLetterPublisher.publish(this.queue, message, deliveryAttempts, cause, patience);
		if (arrived) {
			this.meters.recordDead(this.queue, type);
		}
		return arrived;
	}

}
