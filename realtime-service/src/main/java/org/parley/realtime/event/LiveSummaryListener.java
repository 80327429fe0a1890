package org.parley.realtime.event;

import java.util.Map;

import org.parley.contracts.summary.SummaryCompleted;
import org.parley.contracts.summary.SummaryFailed;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.realtime.kind.RoomKind;
import org.parley.realtime.room.EventSink;
import org.parley.realtime.room.LiveEvent;
import org.parley.realtime.room.ReplayRecorder;
import org.parley.realtime.room.RoomBroadcaster;

/**
 * Publishes that a summary is ready or has failed. Clients fetch the text from the API.
 */
abstract class LiveSummaryListener {

	private final EventSink sink;

	LiveSummaryListener(EventSink sink) {
		this.sink = sink;
	}

	@EventHandler("summary.completed")
	void onCompleted(SummaryCompleted event, EventEnvelope envelope) {
		publish(event.threadId(),
				Map.of("status", "ready", "engine", event.engine(), "coveredThrough", event.coveredThrough()),
				envelope);
	}

	@EventHandler("summary.failed")
	void onFailed(SummaryFailed event, EventEnvelope envelope) {
		publish(event.threadId(), Map.of("status", "failed"), envelope);
	}

	private void publish(String threadId, Object data, EventEnvelope envelope) {
		var room = RoomKind.THREAD.room(threadId);
		this.sink.publish(room,
				new LiveEvent("summary-updated", envelope.id(), envelope.type(), room, "summary", data));
	}

	/** Publishes to the sockets of this instance. */
	@EventConsumer(value = "realtime", repeatable = true)
	static final class Live extends LiveSummaryListener {

		Live(RoomBroadcaster roomBroadcaster) {
			super(roomBroadcaster);
		}

	}

	/** Records the events in the replay log. */
	@EventConsumer(value = "realtime_replay", repeatable = true)
	static final class Recorded extends LiveSummaryListener {

		Recorded(ReplayRecorder recorder) {
			super(recorder);
		}

	}

}
