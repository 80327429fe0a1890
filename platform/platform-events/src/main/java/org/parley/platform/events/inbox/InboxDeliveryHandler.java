package org.parley.platform.events.inbox;

import java.time.InstantSource;

import org.parley.platform.events.EventEnvelope;
import org.parley.platform.events.privacy.ErasedUserScrubber;
import org.parley.platform.events.queue.DeliveryHandler;
import org.parley.platform.web.RequestOrigin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.core.Message;

/**
 * Lets an event of a queue take effect once. It is tried three times, then put aside; a
 * database or a broker that is away costs no try and is waited for. The message stays in
 * its queue until it is certain which.
 */
final class InboxDeliveryHandler implements DeliveryHandler {

	private static final Logger log = LoggerFactory.getLogger(InboxDeliveryHandler.class);

	/**
	 * How often a message may come back. Many healthy ones do so a few times, when a
	 * service is killed in a loop.
	 */
	private static final long DEADLY = 1_000;

	private final String queue;

	private final EventReader eventReader;

	private final Inbox inbox;

	private final ErasedUserScrubber erasedUserScrubber;

	private final DeadLetterPublisher aside;

	private final InboxMetrics meters;

	private final InstantSource clock;

	InboxDeliveryHandler(String queue, EventReader eventReader, Inbox inbox, ErasedUserScrubber erasedUserScrubber,
			DeadLetterPublisher aside, InboxMetrics meters, InstantSource clock) {
		this.queue = queue;
		this.eventReader = eventReader;
		this.inbox = inbox;
		this.erasedUserScrubber = erasedUserScrubber;
		this.aside = aside;
		this.meters = meters;
		this.clock = clock;
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
			return bury(message, InboxMetrics.UNKNOWN, deliveryAttempts, ex, patience);
		}
		try (var _ = RequestOrigin.of(event.correlationid(), event.traceparent()).open()) {
			return apply(event, message, deliveryAttempts, patience);
		}
	}

	/**
	 * A message that nobody lives to acknowledge comes back for ever: the broker counts.
	 *
	 * @see <a href=
	 * "https://www.rabbitmq.com/docs/quorum-queues#poison-message-handling">RabbitMQ:
	 * Poison Message Handling</a>
	 */
	private static void requireHarmless(Message message) {
		if (message.getMessageProperties().getHeader("x-delivery-count") instanceof Number returns
				&& returns.longValue() >= DEADLY) {
			throw new PoisonEventException("It came back too often: it may kill whoever handles it");
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
					return bury(message, this.eventReader.knownType(event), deliveryAttempts, ex, patience);
				}
				log.atWarn()
					.addKeyValue("queue", this.queue)
					.addKeyValue("event", event.id())
					.addKeyValue("type", this.eventReader.knownType(event))
					.addKeyValue("cause", ex.getClass().getName())
					.log("An event is tried again");
				if (!patience.pause(pause.get())) {
					return false;
				}
			}
		}
	}

	private void handle(EventEnvelope event) {
		this.erasedUserScrubber.scrubbed(event)
			.ifPresentOrElse(this::hear, () -> this.meters.duplicate(this.queue, event));
	}

	private void hear(EventEnvelope event) {
		var handler = this.eventReader.handlerOf(event);
		if (this.eventReader.isRepeatable(event)) {
			handler.run();
			this.meters.handled(this.queue, event);
		}
		else if (this.inbox.once(this.queue, event.id(), handler)) {
			this.meters.handled(this.queue, event);
		}
		else {
			this.meters.duplicate(this.queue, event);
		}
	}

	private boolean bury(Message message, String type, DeliveryAttempts deliveryAttempts, Throwable cause,
			Patience patience) {
		var arrived = this.aside.bury(this.queue, message, deliveryAttempts, cause, patience);
		if (arrived) {
			this.meters.dead(this.queue, type);
		}
		return arrived;
	}

}
