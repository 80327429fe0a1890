package org.parley.realtime.news;

import org.parley.platform.events.EventEnvelope;
import org.parley.platform.events.inbox.Hears;
import org.parley.platform.events.inbox.Listens;
import org.parley.realtime.rights.Rights;
import org.parley.realtime.room.Broadcasting;
import org.parley.realtime.room.LiveEvent;
import org.parley.realtime.room.Rooms;
import org.parley.realtime.room.ShowingOut;

/**
 * Hears what becomes of threads. Who may not read one any more is shown out before the
 * others hear of it.
 */
@Listens(value = "realtime", repeatable = true)
class ThreadListener {

	private final Broadcasting broadcasting;

	private final Rights rights;

	private final ShowingOut showingOut;

	ThreadListener(Broadcasting broadcasting, Rights rights, ShowingOut showingOut) {
		this.broadcasting = broadcasting;
		this.rights = rights;
		this.showingOut = showingOut;
	}

	@Hears({ "thread.created", "thread.split" })
	void onCreated(ChangedThread told) {
		this.rights.learn(told.told());
	}

	@Hears({ "thread.edited", "thread.locked", "thread.unlocked", "thread.pinned", "thread.unpinned", "thread.archived",
			"answer.accepted", "answer.withdrawn" })
	void onChanged(ChangedThread told, EventEnvelope event) {
		tell(told, event);
	}

	@Hears({ "thread.moved", "thread.merged", "thread.hidden", "thread.removed", "thread.restored" })
	void onShifted(ChangedThread told, EventEnvelope event) {
		this.rights.learn(told.told());
		this.showingOut.ofThread(told.thread().id());
		tell(told, event);
	}

	private void tell(ChangedThread told, EventEnvelope event) {
		var id = told.thread().id();
		this.broadcasting.tell(Rooms.ofThread(id),
				new LiveEvent("thread-updated", event.id(), event.type(), id, id, told.live()));
	}

}
