package org.parley.platform.events.inbox;

import java.time.InstantSource;

import org.parley.platform.events.catalogue.Catalogue;
import org.parley.platform.events.personal.Scrubbing;
import org.parley.platform.events.queue.Reception;
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
record Receptions(JsonMapper json, Inbox inbox, Scrubbing scrubbing, PuttingAside aside, InboxMeters meters,
		InstantSource clock) {

	/** Of a queue that all instances share. */
	Reception of(String queue, Handlers handlers, Catalogue catalogue) {
		return new EventReception(queue, hearing(queue, handlers, catalogue), this.inbox, this.scrubbing, this.aside,
				this.meters, this.clock);
	}

	/** Of a queue that each instance has for itself. */
	Reception ofInstance(String queue, Handlers handlers, Catalogue catalogue) {
		return new InstanceReception(queue, hearing(queue, handlers, catalogue), this.meters);
	}

	private Hearing hearing(String queue, Handlers handlers, Catalogue catalogue) {
		return new Hearing(handlers.of(queue), new Provenance(catalogue, queue), this.json);
	}

}
