package org.parley.realtime.event;

import org.parley.platform.events.EventEnvelope;
import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;
import org.parley.realtime.access.ReadRights;
import org.parley.realtime.room.EventSink;
import org.parley.realtime.room.LiveEvent;
import org.parley.realtime.room.MembershipRevoker;
import org.parley.realtime.room.ReplayRecorder;
import org.parley.realtime.room.RoomBroadcaster;
import org.parley.realtime.room.Rooms;

/**
 * Hears what becomes of threads. Who may not read one any more is shown out before the
 * others hear of it.
 */
abstract class LiveThreadListener {

	private final EventSink sink;

	private final ReadRights readRights;

	private final MembershipRevoker membershipRevoker;

	LiveThreadListener(EventSink sink, ReadRights readRights, MembershipRevoker membershipRevoker) {
		this.sink = sink;
		this.readRights = readRights;
		this.membershipRevoker = membershipRevoker;
	}

	@EventHandler({ "thread.created", "thread.split" })
	void onCreated(ThreadChangedData told) {
		this.readRights.learn(told.told());
	}

	@EventHandler({ "thread.edited", "thread.locked", "thread.unlocked", "thread.pinned", "thread.unpinned",
			"thread.archived", "answer.accepted", "answer.withdrawn" })
	void onChanged(ThreadChangedData told, EventEnvelope event) {
		tell(told, event);
	}

	@EventHandler({ "thread.moved", "thread.merged", "thread.hidden", "thread.removed", "thread.restored" })
	void onShifted(ThreadChangedData told, EventEnvelope event) {
		this.readRights.learn(told.told());
		this.membershipRevoker.ofThread(told.thread().id());
		tell(told, event);
	}

	private void tell(ThreadChangedData told, EventEnvelope event) {
		var id = told.thread().id();
		this.sink.tell(Rooms.ofThread(id),
				new LiveEvent("thread-updated", event.id(), event.type(), id, id, told.live()));
	}

	/** Tells the sockets of this instance. */
	@EventConsumer(value = "realtime", repeatable = true)
	static final class Live extends LiveThreadListener {

		Live(RoomBroadcaster roomBroadcaster, ReadRights readRights, MembershipRevoker membershipRevoker) {
			super(roomBroadcaster, readRights, membershipRevoker);
		}

	}

	/** Puts into the log what an instance may have missed. */
	@EventConsumer(value = "realtime_replay", repeatable = true)
	static final class Recorded extends LiveThreadListener {

		Recorded(ReplayRecorder recorder, ReadRights readRights, MembershipRevoker membershipRevoker) {
			super(recorder, readRights, membershipRevoker);
		}

	}

}
