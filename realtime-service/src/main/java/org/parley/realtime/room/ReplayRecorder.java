package org.parley.realtime.room;

import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;

import org.parley.realtime.replay.ReplayLog;

import org.springframework.stereotype.Component;

/**
 * Records the events of the shared queue in the log, and sends them to members that have
 * not received them. It fails without Redis, so the event stays in the queue.
 */
@Component
public class ReplayRecorder implements EventSink {

	private final RoomBroadcaster roomBroadcaster;

	private final ReplayLog log;

	private final DeliveryJson deliveryJson;

	ReplayRecorder(RoomBroadcaster roomBroadcaster, ReplayLog log, DeliveryJson deliveryJson) {
		this.roomBroadcaster = roomBroadcaster;
		this.log = log;
		this.deliveryJson = deliveryJson;
	}

	/**
	 * Writes an event into the log in place of earlier ones of its subject, and sends it
	 * to nobody now. Members receive it with the next event of their room, at the latest
	 * when the log is complete again.
	 */
	public void fold(String room, LiveEvent event) {
		this.log.record(room, this.deliveryJson.toLogLine(event, true), OptionalLong.empty());
	}

	@Override
	public void publish(String room, LiveEvent event) {
		this.roomBroadcaster.publish(room, event, false, this.log::record);
	}

	@Override
	public void replace(String room, LiveEvent event) {
		this.roomBroadcaster.publish(room, event, true, this.log::record);
	}

	/** Nothing is recorded; each instance sends it from its own queue. */
	@Override
	public void tell(Supplier<Set<String>> userIds, LiveEvent event) {
	}

}
