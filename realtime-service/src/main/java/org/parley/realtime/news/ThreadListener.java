package org.parley.realtime.news;

import org.parley.platform.events.EventEnvelope;
import org.parley.platform.events.inbox.Hears;
import org.parley.platform.events.inbox.Listens;
import org.parley.realtime.rights.Rights;
import org.parley.realtime.room.Broadcasting;
import org.parley.realtime.room.EventSink;
import org.parley.realtime.room.LiveEvent;
import org.parley.realtime.room.ReplayRecorder;
import org.parley.realtime.room.Rooms;
import org.parley.realtime.room.ShowingOut;

/**
 * Hears what becomes of threads. Who may not read one any more is shown out before the
 * others hear of it.
 */
abstract class ThreadListener {

	private final EventSink sink;

	private final Rights rights;

	private final ShowingOut showingOut;

	ThreadListener(EventSink sink, Rights rights, ShowingOut showingOut) {
		this.sink = sink;
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
		this.sink.tell(Rooms.ofThread(id),
				new LiveEvent("thread-updated", event.id(), event.type(), id, id, told.live()));
	}

	/** Tells the sockets of this instance. */
	@Listens(value = "realtime", repeatable = true)
	static final class Live extends ThreadListener {

		Live(Broadcasting broadcasting, Rights rights, ShowingOut showingOut) {
			super(broadcasting, rights, showingOut);
		}

	}

	/** Puts into the log what an instance may have missed. */
	@Listens(value = "realtime_replay", repeatable = true)
	static final class Recorded extends ThreadListener {

		Recorded(ReplayRecorder recorder, Rights rights, ShowingOut showingOut) {
			super(recorder, rights, showingOut);
		}

	}

}
