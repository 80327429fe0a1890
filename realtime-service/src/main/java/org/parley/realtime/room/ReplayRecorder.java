package org.parley.realtime.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.realtime.replay.ReplayLog;
import org.parley.realtime.replay.RoomLogLine;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Records the events of the shared queue in the log, those of a batch together, and sends
 * them to members that have not received them. It fails without Redis, so the events stay
 * in the queue.
 */
@Component
@Qualifier("realtime_replay")
public class ReplayRecorder implements EventSink {

	private final RoomBroadcaster roomBroadcaster;

	private final Rooms rooms;

	private final ReplayLog log;

	private final DeliveryJson deliveryJson;

	private final UnitOfWork unitOfWork;

	private final Consumer<List<RoomEvent>> recordAll = this::recordAll;

	ReplayRecorder(RoomBroadcaster roomBroadcaster, Rooms rooms, ReplayLog log, DeliveryJson deliveryJson,
			UnitOfWork unitOfWork) {
		this.roomBroadcaster = roomBroadcaster;
		this.rooms = rooms;
		this.log = log;
		this.deliveryJson = deliveryJson;
		this.unitOfWork = unitOfWork;
	}

	/**
	 * Writes an event into the log in place of earlier ones of its subject, and sends it
	 * to nobody now. Members receive it with the next event of their room, at the latest
	 * when the log is complete again.
	 */
	public void fold(String room, LiveEvent event) {
		record(new RoomEvent(room, event, true, false));
	}

	@Override
	public void publish(String room, LiveEvent event) {
		record(new RoomEvent(room, event, false, true));
	}

	@Override
	public void replace(String room, LiveEvent event) {
		record(new RoomEvent(room, event, true, true));
	}

	/** Nothing is recorded; each instance sends it from its own queue. */
	@Override
	public void tell(Supplier<Set<String>> userIds, LiveEvent event) {
	}

	private void record(RoomEvent event) {
		this.unitOfWork.atEnd(event, this.recordAll);
	}

	/**
	 * Keeps the order of the events, and writes those that nobody receives here together.
	 */
	private void recordAll(List<RoomEvent> events) {
		var unheard = new ArrayList<RoomEvent>();
		for (var event : events) {
			if (!event.sent() || this.rooms.isEmpty(event.room())) {
				unheard.add(event);
			}
			else {
				recordUnheard(unheard);
				this.roomBroadcaster.publish(event.room(), event.event(), event.replaces(), this.log::record);
			}
		}
		recordUnheard(unheard);
	}

	/** Members that entered meanwhile may have read the log before. */
	private void recordUnheard(List<RoomEvent> events) {
		if (!events.isEmpty()) {
			this.log.record(events.stream().map(this::toLogLine).toList());
			events.stream()
				.filter(RoomEvent::sent)
				.map(RoomEvent::room)
				.distinct()
				.forEach(this.roomBroadcaster::refresh);
			events.clear();
		}
	}

	private RoomLogLine toLogLine(RoomEvent event) {
		return new RoomLogLine(event.room(), this.deliveryJson.toLogLine(event.event(), event.replaces()));
	}

	/**
	 * An event of a room.
	 *
	 * @param replaces whether it replaces earlier events of its subject
	 * @param sent whether it is sent to members
	 */
	private record RoomEvent(String room, LiveEvent event, boolean replaces, boolean sent) {
	}

}
