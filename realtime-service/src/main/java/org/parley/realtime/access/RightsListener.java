package org.parley.realtime.access;

import org.parley.contracts.forum.category.CategoryChanged;
import org.parley.contracts.forum.category.CategoryRemoved;
import org.parley.contracts.forum.thread.ThreadEvent;
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
	void on(CategoryChanged event) {
		this.readRights.update(event.category());
	}

	@EventHandler("category.removed")
	void on(CategoryRemoved event) {
		this.readRights.remove(event.category().id());
	}

	@EventHandler({ "thread.created", "thread.split", "thread.merged", "thread.moved", "thread.hidden",
			"thread.removed", "thread.restored", "thread.snapshot" })
	void on(ThreadEvent event) {
		this.readRights.update(event.thread());
	}

}
