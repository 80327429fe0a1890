package org.parley.realtime.rights;

import org.parley.platform.events.inbox.Hears;
import org.parley.platform.events.inbox.Listens;

/**
 * Hears, for all instances, where threads are and who may read there; so that it is known
 * after a time in which none was there to hear it, and of old when asked for.
 */
@Listens(value = "realtime_rights", repeatable = true)
class RightsListener {

	private final Rights rights;

	RightsListener(Rights rights) {
		this.rights = rights;
	}

	@Hears({ "category.created", "category.changed", "category.snapshot" })
	void on(ToldCategory told) {
		this.rights.learn(told);
	}

	@Hears("category.removed")
	void on(RemovedCategory told) {
		this.rights.learn(told);
	}

	@Hears({ "thread.created", "thread.split", "thread.merged", "thread.moved", "thread.hidden", "thread.removed",
			"thread.restored", "thread.snapshot" })
	void on(ToldThread told) {
		this.rights.learn(told);
	}

}
