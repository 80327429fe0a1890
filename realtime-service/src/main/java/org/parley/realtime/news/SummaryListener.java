package org.parley.realtime.news;

import java.util.Map;

import org.parley.platform.events.EventEnvelope;
import org.parley.platform.events.inbox.Hears;
import org.parley.platform.events.inbox.Listens;
import org.parley.realtime.room.Broadcasting;
import org.parley.realtime.room.EventSink;
import org.parley.realtime.room.LiveEvent;
import org.parley.realtime.room.ReplayRecorder;
import org.parley.realtime.room.Rooms;

/** Hears of summaries. What they say is fetched by those who want to read it. */
abstract class SummaryListener {

	private final EventSink sink;

	SummaryListener(EventSink sink) {
		this.sink = sink;
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
	@Listens(value = "realtime", repeatable = true)
	static final class Live extends SummaryListener {

		Live(Broadcasting broadcasting) {
			super(broadcasting);
		}

	}

	/** Puts into the log what an instance may have missed. */
	@Listens(value = "realtime_replay", repeatable = true)
	static final class Recorded extends SummaryListener {

		Recorded(ReplayRecorder recorder) {
			super(recorder);
		}

	}

}
