package org.parley.realtime.news;

import java.util.Map;

import org.parley.platform.events.EventEnvelope;
import org.parley.platform.events.inbox.Hears;
import org.parley.platform.events.inbox.Listens;
import org.parley.realtime.room.Broadcasting;
import org.parley.realtime.room.LiveEvent;
import org.parley.realtime.room.Rooms;

/** Hears of summaries. What they say is fetched by those who want to read it. */
@Listens(value = "realtime", repeatable = true)
class SummaryListener {

	private final Broadcasting broadcasting;

	SummaryListener(Broadcasting broadcasting) {
		this.broadcasting = broadcasting;
	}

	@Hears("summary.completed")
	void onCompleted(Completed told, EventEnvelope event) {
		tell(told.threadId(),
				Map.of("status", "ready", "engine", told.engine(), "coveredThrough", told.coveredThrough()), event);
	}

	@Hears("summary.failed")
	void onFailed(Failed told, EventEnvelope event) {
		tell(told.threadId(), Map.of("status", "failed"), event);
	}

	private void tell(String threadId, Object data, EventEnvelope event) {
		this.broadcasting.tell(Rooms.ofThread(threadId),
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

}
