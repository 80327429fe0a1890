package org.parley.platform.events.inbox;

import java.time.InstantSource;

import org.parley.platform.events.catalogue.Catalogue;
import org.parley.platform.events.privacy.ErasedUserScrubber;
import org.parley.platform.events.queue.DeliveryHandler;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is done with the events of a queue.
 *
 * @param json reads them
 * @param inbox knows those that were handled
 * @param scrubbing knows who is gone
 * @param aside takes those that cannot be
 * @param meters counts them
 * @param clock the time
 */
record DeliveryHandlerFactory(JsonMapper json, Inbox inbox, ErasedUserScrubber scrubbing, DeadLetterPublisher aside,
		InboxMetrics meters, InstantSource clock) {

	/** Of a queue that all instances share. */
	DeliveryHandler of(String queue, EventHandlerRegistry eventHandlerRegistry, Catalogue catalogue) {
		return new InboxDeliveryHandler(queue, hearing(queue, eventHandlerRegistry, catalogue), this.inbox,
				this.scrubbing, this.aside, this.meters, this.clock);
	}

	/** Of a queue that each instance has for itself. */
	DeliveryHandler ofInstance(String queue, EventHandlerRegistry eventHandlerRegistry, Catalogue catalogue) {
		return new InstanceDeliveryHandler(queue, hearing(queue, eventHandlerRegistry, catalogue), this.meters);
	}

	private EventReader hearing(String queue, EventHandlerRegistry eventHandlerRegistry, Catalogue catalogue) {
		return new EventReader(eventHandlerRegistry.of(queue), new Provenance(catalogue, queue), this.json);
	}

}
