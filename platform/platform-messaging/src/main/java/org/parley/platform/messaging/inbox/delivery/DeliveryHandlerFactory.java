package org.parley.platform.messaging.inbox.delivery;

import java.time.InstantSource;
import java.util.function.BooleanSupplier;

import org.parley.platform.messaging.inbox.Inbox;
import org.parley.platform.messaging.inbox.InboxMetrics;
import org.parley.platform.messaging.queue.DeliveryHandler;
import org.parley.platform.runtime.tracing.SpanRecorder;

import org.springframework.context.ApplicationEventPublisher;

/**
 * Creates the handlers of deliveries.
 *
 * @param inbox recognises events that were handled before
 * @param scrubber removes what the service must no longer learn
 * @param deadLetterPublisher takes messages that cannot be handled
 * @param meters counts outcomes
 * @param spans records the handling of each event
 * @param publisher announces events that an instance has lost
 * @param silent whether the database is silent
 */
public record DeliveryHandlerFactory(Inbox inbox, EventScrubber scrubber, DeadLetterPublisher deadLetterPublisher,
		InboxMetrics meters, InstantSource clock, SpanRecorder spans, ApplicationEventPublisher publisher,
		BooleanSupplier silent) {

	/** The handler of a queue that all instances share. */
	public DeliveryHandler ofSharedQueue(String queue, EventReader eventReader) {
		return new InboxDeliveryHandler(queue, eventReader, this);
	}

	/** The handler of a queue that belongs to one instance. */
	public InstanceDeliveryHandler ofInstanceQueue(String queue, EventReader eventReader) {
		return new InstanceDeliveryHandler(queue, eventReader, this.meters, this.spans, this.publisher);
	}

}
