package org.parley.platform.events.inbox;

import java.time.InstantSource;

import org.parley.platform.events.EventEnvelope;
import org.parley.platform.events.personal.Scrubbing;
import org.parley.platform.events.queue.Reception;
import org.parley.platform.web.Origin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.core.Message;

/**
 * Lets an event of a queue take effect once. It is tried three times, then put aside; a
 * database or a broker that is away costs no try and is waited for. The message stays in
 * its queue until it is certain which.
 */
final class EventReception implements Reception {

	private static final Logger log = LoggerFactory.getLogger(EventReception.class);

	/**
	 * How often a message may come back. Many healthy ones do so a few times, when a
	 * service is killed in a loop.
	 */
	private static final long DEADLY = 1_000;

	private final String queue;

	private final Hearing hearing;

	private final Inbox inbox;

	private final Scrubbing scrubbing;

	private final PuttingAside aside;

	private final InboxMeters meters;

	private final InstantSource clock;

	EventReception(String queue, Hearing hearing, Inbox inbox, Scrubbing scrubbing, PuttingAside aside,
			InboxMeters meters, InstantSource clock) {
		this.queue = queue;
		this.hearing = hearing;
		this.inbox = inbox;
		this.scrubbing = scrubbing;
		this.aside = aside;
		this.meters = meters;
		this.clock = clock;
	}

	@Override
	public boolean apply(Message message, Patience patience) {
		var tries = new Tries(this.clock.instant());
		EventEnvelope event;
		try {
			requireHarmless(message);
			event = this.hearing.read(message);
		}
		catch (PoisonEventException ex) {
			tries.after(ex);
			return bury(message, InboxMeters.UNKNOWN, tries, ex, patience);
		}
		try (var _ = Origin.of(event.correlationid(), event.traceparent()).open()) {
			return apply(event, message, tries, patience);
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

	private boolean apply(EventEnvelope event, Message message, Tries tries, Patience patience) {
		while (true) {
			try {
				handle(event);
				return true;
			}
			catch (RuntimeException | StackOverflowError | LinkageError | AssertionError ex) {
				var pause = tries.after(ex);
				if (pause.isEmpty()) {
					return bury(message, this.hearing.knownType(event), tries, ex, patience);
				}
				log.atWarn()
					.addKeyValue("queue", this.queue)
					.addKeyValue("event", event.id())
					.addKeyValue("type", this.hearing.knownType(event))
					.addKeyValue("cause", ex.getClass().getName())
					.log("An event is tried again");
				if (!patience.pause(pause.get())) {
					return false;
				}
			}
		}
	}

	private void handle(EventEnvelope event) {
		this.scrubbing.scrubbed(event).ifPresentOrElse(this::hear, () -> this.meters.duplicate(this.queue, event));
	}

	private void hear(EventEnvelope event) {
		var handler = this.hearing.handlerOf(event);
		if (this.hearing.isRepeatable(event)) {
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

	private boolean bury(Message message, String type, Tries tries, Throwable cause, Patience patience) {
		var arrived = this.aside.bury(this.queue, message, tries, cause, patience);
		if (arrived) {
			this.meters.dead(this.queue, type);
		}
		return arrived;
	}

}
