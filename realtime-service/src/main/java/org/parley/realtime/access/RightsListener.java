package org.parley.realtime.access;

import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/**
 * Stores read rights on behalf of all instances. The queue is durable, so events
 * published while no instance runs are handled later, as are snapshots.
 */
@EventConsumer(value = "realtime_rights", repeatable = true)
class RightsListener {

	private final ReadRights readRights;

	RightsListener(ReadRights readRights) {
		this.readRights = readRights;
	}

	@EventHandler({ "category.created", "category.changed", "category.snapshot" })
	void on(CategoryRightsEventData event) {
		this.readRights.update(event);
	}

	@EventHandler("category.removed")
	void on(RemovedCategoryEventData event) {
		this.readRights.remove(event);
	}

	@EventHandler({ "thread.created", "thread.split", "thread.merged", "thread.moved", "thread.hidden",
			"thread.removed", "thread.restored", "thread.snapshot" })
	void on(ThreadRightsEventData event) {
		this.readRights.update(event);
	}

}
