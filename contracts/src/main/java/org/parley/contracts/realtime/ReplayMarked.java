package org.parley.contracts.realtime;

import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;

/**
 * A mark in the stream of events. All events before it are recorded once the shared queue
 * has handled the mark.
 *
 * @param instance id of an instance's connection to the broker
 * @param number number of the mark in this connection, from 1
 */
@Publishes("replay.marked")
public record ReplayMarked(String instance, long number) implements ParleyEvent {

	@Override
	public String subject() {
		return this.instance;
	}

}
