package org.parley.eventbench;

import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;

/**
 * A tick was saved.
 *
 * @param id of the tick
 * @param lane that it is in
 * @param content of the tick
 */
@Publishes("bench.ticked")
record TickEvent(String id, String lane, String content) implements ParleyEvent {

	@Override
	public String subject() {
		return this.id;
	}

	@Override
	public String partitionKey() {
		return this.lane;
	}

}
