package org.parley.platform.messaging.snapshot;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.ParleyEvent;

/**
 * Publishes the current state of one kind of aggregate again. The events carry versions,
 * and consumers keep the newest one, so a snapshot may overtake a change or follow it.
 */
public interface Snapshot {

	/** The event type, which the catalogue marks {@code snapshot: true}. */
	String type();

	/**
	 * Reads a page sorted by position; empty at the end. Events of one position are on
	 * the same page.
	 * @param position of the last published event, or null for the first page
	 * @param limit the page size, exceeded only by events of the last position
	 */
	List<? extends ParleyEvent> after(@Nullable String position, int limit);

	/** Returns the position of an event, by default its subject. */
	default String position(ParleyEvent event) {
		return event.subject();
	}

}
