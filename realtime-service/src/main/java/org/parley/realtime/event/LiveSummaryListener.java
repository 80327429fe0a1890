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

/**
 * Publishes that a summary is ready or has failed. Clients fetch the text from the API.
 */
@EventConsumer(value = { "realtime", "realtime_replay" }, repeatable = true)
class LiveSummaryListener {

	@EventHandler("summary.completed")
	void onCompleted(SummaryCompleted event, EventEnvelope envelope, EventSink sink) {
		publish(event.threadId(),
				Map.of("status", "ready", "engine", event.engine(), "coveredThrough", event.coveredThrough()), envelope,
				sink);
	}

	@EventHandler("summary.failed")
	void onFailed(SummaryFailed event, EventEnvelope envelope, EventSink sink) {
		publish(event.threadId(), Map.of("status", "failed"), envelope, sink);
	}

	private void publish(String threadId, Object data, EventEnvelope envelope, EventSink sink) {
		var room = RoomKind.THREAD.room(threadId);
		sink.publish(room, new LiveEvent("summary-updated", envelope.id(), envelope.type(), room, "summary", data));
	}

}
