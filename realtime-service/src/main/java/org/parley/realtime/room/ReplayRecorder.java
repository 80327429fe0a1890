package org.parley.realtime.room;

import org.parley.realtime.replay.ReplayLog;

import org.springframework.stereotype.Component;

/**
 * Puts into the log for certain what the queue has that all instances share, and tells
 * those who are here what they have not heard. Without Redis it fails, and the event
 * stays in the queue.
 */
@Component
public class ReplayRecorder implements EventSink {

	private final RoomBroadcaster roomBroadcaster;

	private final ReplayLog log;

	ReplayRecorder(RoomBroadcaster roomBroadcaster, ReplayLog log) {
		this.roomBroadcaster = roomBroadcaster;
		this.log = log;
	}

	@Override
	public void tell(String room, LiveEvent event) {
		this.roomBroadcaster.tell(room, event, false, this.log::record);
	}

	@Override
	public void replace(String room, LiveEvent event) {
		this.roomBroadcaster.tell(room, event, true, this.log::record);
	}

}
