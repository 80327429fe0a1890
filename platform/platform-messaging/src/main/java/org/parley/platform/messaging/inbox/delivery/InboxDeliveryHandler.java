package org.parley.platform.messaging.inbox.delivery;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.Inbox;
import org.parley.platform.messaging.inbox.Inbox.EventChange;
import org.parley.platform.messaging.inbox.InboxMetrics;
import org.parley.platform.messaging.inbox.InboxMetrics.RetriedDelivery;
import org.parley.platform.messaging.inbox.PoisonEventException;
import org.parley.platform.messaging.queue.DeliveryHandler;
import org.parley.platform.runtime.tracing.SpanScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.core.Message;

/**
 * Handles each event of a shared queue once. It applies the events that wait together, in
 * order and in one transaction; when that fails, they are handled one by one. After three
 * failed attempts an event moves to the dead-letter queue. Outages of the database or the
 * broker do not count as attempts, nor do transactions that take too long or collide,
 * until they have done so for ten minutes although the database answers. The message
 * stays in its queue until it is handled or dead.
 */
final class InboxDeliveryHandler implements DeliveryHandler {

	private static final Logger log = LoggerFactory.getLogger(InboxDeliveryHandler.class);

	/**
	 * The number of returns after which a message is considered deadly. Healthy messages
	 * return a few times when a service is killed repeatedly.
	 */
	private static final long DEADLY = 1_000;

	/** The number of returns after which a message is handled alone. */
	private static final long SUSPICIOUS = 3;

	/** The time after which a transaction takes no more events. */
	private static final Duration LONGEST = Duration.ofSeconds(1);

	private final String queue;

	private final EventReader eventReader;

	private final Inbox inbox;

	private final EventScrubber scrubber;

	private final DeadLetterPublisher deadLetterPublisher;

	private final InboxMetrics meters;

	private final RetriedDelivery retriedDelivery;

	private final InstantSource clock;

	private final EventSpans spans;

	private final BooleanSupplier silent;

	/** How many of the next messages are handled alone. */
	private int alone;

	InboxDeliveryHandler(String queue, EventReader eventReader, DeliveryHandlerFactory services) {
		this.queue = queue;
		this.eventReader = eventReader;
		this.inbox = services.inbox();
		this.scrubber = services.scrubber();
		this.deadLetterPublisher = services.deadLetterPublisher();
		this.meters = services.meters();
		this.retriedDelivery = this.meters.retriedDelivery(queue);
		this.clock = services.clock();
		this.spans = new EventSpans(queue, services.spans());
		this.silent = services.silent();
	}

	@Override
	public int apply(List<Message> messages, Patience patience) {
		if (this.alone == 0) {
			var events = readTogether(messages);
			if (events.size() > 1) {
				try {
					return applyTogether(events, patience);
				}
				catch (RuntimeException | StackOverflowError | LinkageError | AssertionError ex) {
					log.atDebug().setCause(ex).addKeyValue("queue", this.queue).log("A batch is handled one by one");
					this.alone = events.size();
				}
			}
		}
		this.alone = Math.max(0, this.alone - 1);
		try {
			return applyAlone(messages.getFirst(), patience) ? 1 : 0;
		}
		finally {
			this.retriedDelivery.end();
		}
	}

	/** The first events that can be handled together: all repeatable, or none. */
	private List<EventEnvelope> readTogether(List<Message> messages) {
		var events = new ArrayList<EventEnvelope>();
		for (var message : messages) {
			var event = readUnsuspicious(message);
			if (event.isEmpty() || !isJoinable(event.get(), events)) {
				break;
			}
			events.add(event.get());
		}
		return events;
	}

	private Optional<EventEnvelope> readUnsuspicious(Message message) {
		try {
			return (returns(message) < SUSPICIOUS) ? Optional.of(this.eventReader.read(message)) : Optional.empty();
		}
		catch (PoisonEventException ex) {
			return Optional.empty();
		}
	}

	private boolean isJoinable(EventEnvelope event, List<EventEnvelope> events) {
		return events.isEmpty()
				|| (this.eventReader.isRepeatable(event) == this.eventReader.isRepeatable(events.getFirst())
						&& !this.scrubber.erases(events.getLast()));
	}

	/** Applies events in order and returns the number of applied ones. */
	private int applyTogether(List<EventEnvelope> events, Patience patience) {
		var end = this.clock.instant().plus(LONGEST);
		BooleanSupplier goesOn = () -> this.clock.instant().isBefore(end) && patience.isLeft();
		var changes = changes(events);
		var effects = this.eventReader.isRepeatable(events.getFirst())
				? Collections.nCopies(this.inbox.applyRepeatable(changes, goesOn), true)
				: this.inbox.applyInOrder(this.queue, changes, goesOn);
		for (int i = 0; i < effects.size(); i++) {
			record(events.get(i), effects.get(i));
		}
		return effects.size();
	}

	/** Fails for an event about an erased user, which is dropped alone. */
	private List<EventChange> changes(List<EventEnvelope> events) {
		return this.scrubber.scrubbed(events).stream().map(Optional::orElseThrow).map(this::change).toList();
	}

	private EventChange change(EventEnvelope event) {
		var handler = this.eventReader.handlerOf(event);
		return new EventChange(event.id(), () -> {
			try (var span = this.spans.open(event)) {
				span.run(handler);
			}
		});
	}

	private void record(EventEnvelope event, boolean effect) {
		if (effect) {
			this.meters.recordHandled(this.queue, event);
		}
		else {
			this.meters.recordDuplicate(this.queue, event);
		}
	}

	private boolean applyAlone(Message message, Patience patience) {
		var deliveryAttempts = new DeliveryAttempts(this.clock, this.silent);
		EventEnvelope event;
		try {
			requireHarmless(message);
			event = this.eventReader.read(message);
		}
		catch (PoisonEventException ex) {
			deliveryAttempts.after(ex);
			return publishDeadLetter(message, InboxMetrics.UNKNOWN, deliveryAttempts, ex, patience);
		}
		try (var span = this.spans.open(event)) {
			return apply(event, message, deliveryAttempts, patience, span);
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
		if (returns(message) >= DEADLY) {
			throw new PoisonEventException("The message returned too often; handling it may kill the service");
		}
	}

	private static long returns(Message message) {
		return (message.getMessageProperties().getHeader("x-delivery-count") instanceof Number returns)
				? returns.longValue() : 0;
	}

	private boolean apply(EventEnvelope event, Message message, DeliveryAttempts deliveryAttempts, Patience patience,
			SpanScope span) {
		while (true) {
			try {
				span.run(() -> handle(event));
				return true;
			}
			catch (RuntimeException | StackOverflowError | LinkageError | AssertionError ex) {
				this.retriedDelivery.begin(deliveryAttempts.since());
				var pause = deliveryAttempts.after(ex);
				if (pause.isEmpty()) {
					log.atError()
						.addKeyValue("queue", this.queue)
						.addKeyValue("event", event.id())
						.addKeyValue("type", this.eventReader.knownType(event))
						.setCause(ex)
						.log("An event could not be handled and becomes a dead letter");
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
		record(event, this.scrubber.scrubbed(List.of(event)).getFirst().map(this::applyOnce).orElse(false));
	}

	private boolean applyOnce(EventEnvelope event) {
		var handler = this.eventReader.handlerOf(event);
		if (this.eventReader.isRepeatable(event)) {
			handler.run();
			return true;
		}
		return this.inbox.applyOnce(this.queue, event.id(), handler);
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
