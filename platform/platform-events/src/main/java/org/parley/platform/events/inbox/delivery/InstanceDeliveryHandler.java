package org.parley.platform.events.inbox.delivery;

import java.util.List;

import org.parley.platform.events.inbox.EventReader;
import org.parley.platform.events.inbox.InboxMetrics;
import org.parley.platform.events.queue.DeliveryHandler;
import org.parley.platform.web.trace.SpanRecorder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.core.Message;

/**
 * Handles the events of an instance's own queue, which only change its memory: at most
 * once, without inbox and retries.
 */
final class InstanceDeliveryHandler implements DeliveryHandler {

	private static final Logger log = LoggerFactory.getLogger(InstanceDeliveryHandler.class);

	private final String queue;

	private final EventReader eventReader;

	private final InboxMetrics meters;

	private final EventSpans spans;

	InstanceDeliveryHandler(String queue, EventReader eventReader, InboxMetrics meters, SpanRecorder spans) {
		this.queue = queue;
		this.eventReader = eventReader;
		this.meters = meters;
		this.spans = new EventSpans(queue, spans);
	}

	@Override
	public int apply(List<Message> messages, Patience patience) {
		messages.forEach(this::apply);
		return messages.size();
	}

	private void apply(Message message) {
		try {
			var event = this.eventReader.read(message);
			try (var span = this.spans.open(event)) {
				span.run(() -> this.eventReader.handlerOf(event).run());
				this.meters.recordHandled(this.queue, event);
			}
		}
		catch (RuntimeException | StackOverflowError | LinkageError | AssertionError ex) {
			log.atWarn()
				.addKeyValue("queue", this.queue)
				.addKeyValue("cause", ex.getClass().getName())
				.log("An event could not be handled and is lost for this instance");
			this.meters.recordDead(this.queue, InboxMetrics.UNKNOWN);
		}
	}

}
