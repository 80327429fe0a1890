package org.parley.realtime.coverage;

import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;

/**
 * A mark in the stream of events. Whatever was published before it has been recorded once
 * the shared queue has handled it.
 *
 * @param instance a connection of an instance to the broker
 * @param number marks of one connection are numbered from 1
 */
@Publishes("replay.marked")
record ReplayMarked(String instance, long number) implements ParleyEvent {

	@Override
	public String subject() {
		return this.instance;
	}

	@Override
	public String partitionKey() {
		return this.instance;
	}

}
