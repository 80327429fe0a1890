package org.parley.realtime.access;

import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;

/**
 * Hears, for all instances, where threads are and who may read there; so that it is known
 * after a time in which none was there to hear it, and of old when asked for.
 */
@EventConsumer(value = "realtime_rights", repeatable = true)
class RightsListener {

	private final ReadRights readRights;

	RightsListener(ReadRights readRights) {
		this.readRights = readRights;
	}

	@EventHandler({ "category.created", "category.changed", "category.snapshot" })
	void on(CategoryRightsData told) {
		this.readRights.learn(told);
	}

	@EventHandler("category.removed")
	void on(RemovedCategoryData told) {
		this.readRights.learn(told);
	}

	@EventHandler({ "thread.created", "thread.split", "thread.merged", "thread.moved", "thread.hidden",
			"thread.removed", "thread.restored", "thread.snapshot" })
	void on(ThreadRightsData told) {
		this.readRights.learn(told);
	}

}
