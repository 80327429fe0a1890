package org.parley.realtime.event;

import org.parley.contracts.forum.thread.ThreadEvent;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.realtime.access.ReadRights;
import org.parley.realtime.kind.RoomKind;
import org.parley.realtime.room.EventSink;
import org.parley.realtime.room.LiveEvent;
import org.parley.realtime.room.MembershipRevoker;
import org.parley.realtime.room.ReplayRecorder;
import org.parley.realtime.room.RoomBroadcaster;

/**
 * Publishes thread events. Sockets that may no longer read the thread lose their
 * membership before the event is published.
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
	void onCreated(ThreadEvent event) {
		this.readRights.update(event.thread());
	}

	@EventHandler({ "thread.edited", "thread.locked", "thread.unlocked", "thread.pinned", "thread.unpinned",
			"thread.archived", "answer.accepted", "answer.withdrawn" })
	void onChanged(ThreadEvent event, EventEnvelope envelope) {
		publish(event, envelope);
	}

	@EventHandler({ "thread.moved", "thread.merged", "thread.hidden", "thread.removed", "thread.restored" })
	void onVisibilityChanged(ThreadEvent event, EventEnvelope envelope) {
		this.readRights.update(event.thread());
		this.membershipRevoker.review(RoomKind.THREAD.room(event.thread().id()));
		publish(event, envelope);
	}

	private void publish(ThreadEvent event, EventEnvelope envelope) {
		var id = event.thread().id();
		var room = RoomKind.THREAD.room(id);
		this.sink.publish(room, new LiveEvent("thread-updated", envelope.id(), envelope.type(), room, id,
				LiveThread.of(event.thread())));
	}

	/** Publishes to the sockets of this instance. */
	@EventConsumer(value = "realtime", repeatable = true)
	static final class Live extends LiveThreadListener {

		Live(RoomBroadcaster roomBroadcaster, ReadRights readRights, MembershipRevoker membershipRevoker) {
			super(roomBroadcaster, readRights, membershipRevoker);
		}

	}

	/** Records the events in the replay log. */
	@EventConsumer(value = "realtime_replay", repeatable = true)
	static final class Recorded extends LiveThreadListener {

		Recorded(ReplayRecorder recorder, ReadRights readRights, MembershipRevoker membershipRevoker) {
			super(recorder, readRights, membershipRevoker);
		}

	}

}
