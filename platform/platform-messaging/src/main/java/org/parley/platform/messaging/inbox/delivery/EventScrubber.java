package org.parley.platform.messaging.inbox.delivery;

import java.util.List;
import java.util.Optional;

import org.parley.platform.messaging.EventEnvelope;

/** Removes what a service must no longer learn from late or repeated events. */
public interface EventScrubber {

	/**
	 * Returns the events without it, in order; empty for those that must be dropped.
	 */
	List<Optional<EventEnvelope>> scrubbed(List<EventEnvelope> events);

	/** Whether an event may change what is scrubbed from the next one. */
	boolean erases(EventEnvelope event);

}
