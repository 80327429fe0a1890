package org.parley.realtime.event;

import java.util.Map;

import org.parley.platform.events.EventEnvelope;
import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;
import org.parley.realtime.room.EventSink;
import org.parley.realtime.room.LiveEvent;
import org.parley.realtime.room.ReplayRecorder;
import org.parley.realtime.room.RoomBroadcaster;
import org.parley.realtime.room.Rooms;

/** Hears of summaries. What they say is fetched by those who want to read it. */
abstract class LiveSummaryListener {

	private final EventSink sink;

	LiveSummaryListener(EventSink sink) {
		this.sink = sink;
	}

	@EventHandler("summary.completed")
	void onCompleted(Completed told, EventEnvelope event) {
		tell(told.threadId(),
				Map.of("status", "ready", "engine", told.engine(), "coveredThrough", told.coveredThrough()), event);
	}

	@EventHandler("summary.failed")
	void onFailed(Failed told, EventEnvelope event) {
		tell(told.threadId(), Map.of("status", "failed"), event);
	}

	private void tell(String threadId, Object data, EventEnvelope event) {
		this.sink.tell(Rooms.ofThread(threadId),
				new LiveEvent("summary-updated", event.id(), event.type(), threadId, "summary", data));
	}

	/**
	 * A summary is ready.
	 *
	 * @param threadId of which thread
	 * @param engine the model's name, or {@code extractive}
	 * @param coveredThrough the number of the last post that it covers
	 */
	record Completed(String threadId, String engine, int coveredThrough) {
	}

	/**
	 * A summary could not be made.
	 *
	 * @param threadId of which thread
	 */
	record Failed(String threadId) {
	}

	/** Tells the sockets of this instance. */
	@EventConsumer(value = "realtime", repeatable = true)
	static final class Live extends LiveSummaryListener {

		Live(RoomBroadcaster roomBroadcaster) {
			super(roomBroadcaster);
		}

	}

	/** Puts into the log what an instance may have missed. */
	@EventConsumer(value = "realtime_replay", repeatable = true)
	static final class Recorded extends LiveSummaryListener {

		Recorded(ReplayRecorder recorder) {
			super(recorder);
		}

	}

}
