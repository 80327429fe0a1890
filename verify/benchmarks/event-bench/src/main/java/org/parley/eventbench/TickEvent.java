package org.parley.eventbench;

import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;

/**
 * Published when a tick was saved.
 *
 * @param lane the tick's lane
 * @param content the tick's content
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
