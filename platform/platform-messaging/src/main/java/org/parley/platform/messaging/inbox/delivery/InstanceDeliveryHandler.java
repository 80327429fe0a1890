package org.parley.platform.messaging.inbox.delivery;

import java.util.List;
import java.util.function.Predicate;

import org.parley.platform.messaging.RecentIds;
import org.parley.platform.messaging.inbox.InboxMetrics;
import org.parley.platform.messaging.inbox.InstanceEventLost;
import org.parley.platform.messaging.queue.DeliveryHandler;
import org.parley.platform.runtime.tracing.SpanRecorder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.core.Message;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Handles the events of an instance's own queue, which only change its memory: at most
 * once, without inbox and retries. While the broker is away, events may come by another
 * way, and are not handled again when they come from the queue.
 */
public final class InstanceDeliveryHandler implements DeliveryHandler {

	private static final Logger log = LoggerFactory.getLogger(InstanceDeliveryHandler.class);

	private static final int MAX_FORWARDED = 100_000;

	private final String queue;

	private final EventReader eventReader;

	private final InboxMetrics meters;

	private final EventSpans spans;

	private final ApplicationEventPublisher publisher;

	private final RecentIds forwarded = new RecentIds(MAX_FORWARDED);

	InstanceDeliveryHandler(String queue, EventReader eventReader, InboxMetrics meters, SpanRecorder spans,
			ApplicationEventPublisher publisher) {
		this.queue = queue;
		this.eventReader = eventReader;
		this.meters = meters;
		this.spans = new EventSpans(queue, spans);
		this.publisher = publisher;
	}

	@Override
	public int apply(List<Message> messages, Patience patience) {
		messages.forEach((message) -> handle(message, (id) -> !this.forwarded.contains(id)));
		return messages.size();
	}

	/** Handles an event that came by another way, unless it came so before. */
	public void applyForwarded(Message message) {
		handle(message, this.forwarded::add);
	}

	private void handle(Message message, Predicate<String> isNew) {
		try {
			var event = this.eventReader.read(message);
			if (!isNew.test(event.id())) {
				return;
			}
			try (var span = this.spans.open(event)) {
				span.run(() -> this.eventReader.handlerOf(event).run());
				this.meters.recordHandled(this.queue, event);
			}
		}
		catch (RuntimeException | StackOverflowError | LinkageError | AssertionError ex) {
			log.atWarn()
				.addKeyValue("queue", this.queue)
				.setCause(ex)
				.log("An event could not be handled and is lost for this instance");
			this.meters.recordDead(this.queue, InboxMetrics.UNKNOWN);
			if (OutageClassifier.isBehind(ex)) {
				this.publisher.publishEvent(new InstanceEventLost(this.queue));
			}
		}
	}

}
