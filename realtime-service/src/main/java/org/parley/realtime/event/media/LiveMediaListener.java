package org.parley.realtime.event.media;

import java.util.LinkedHashMap;

import org.jspecify.annotations.Nullable;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.realtime.room.EventSink;
import org.parley.realtime.room.LiveEvent;
import org.parley.realtime.room.ReplayRecorder;
import org.parley.realtime.room.RoomBroadcaster;
import org.parley.realtime.room.Rooms;

/** Tells the sockets of a user about the states of their media. */
abstract class LiveMediaListener {

	private final EventSink sink;

	LiveMediaListener(EventSink sink) {
		this.sink = sink;
	}

	@EventHandler("media.uploaded")
	void onUploaded(ChangedMedia event, EventEnvelope envelope) {
		publish(event, "processing", envelope);
	}

	@EventHandler("media.ready")
	void onReady(ChangedMedia event, EventEnvelope envelope) {
		publish(event, "ready", envelope);
	}

	@EventHandler("media.refused")
	void onRefused(ChangedMedia event, EventEnvelope envelope) {
		publish(event, "refused", envelope);
	}

	@EventHandler("media.removed")
	void onRemoved(ChangedMedia event, EventEnvelope envelope) {
		publish(event, "removed", envelope);
	}

	private void publish(ChangedMedia event, String state, EventEnvelope envelope) {
		var data = new LinkedHashMap<String, Object>();
		data.put("id", event.media().id());
		data.put("state", state);
		if (event.refusal() != null) {
			data.put("refusal", event.refusal());
		}
		data.put("version", event.version());
		this.sink.publish(Rooms.ofUser(event.media().ownerId()),
				new LiveEvent("media-updated", envelope.id(), envelope.type(), null, event.media().id(), data));
	}

	/**
	 * The data of an event about a medium.
	 *
	 * @param refusal the code of the reason for which it was refused
	 */
	record ChangedMedia(OwnedMedia media, @Nullable String refusal, long version) {
	}

	/** A medium. */
	record OwnedMedia(String id, String ownerId) {
	}

	/** Publishes to the sockets of this instance. */
	@EventConsumer(value = "realtime", repeatable = true)
	static final class Live extends LiveMediaListener {

		Live(RoomBroadcaster roomBroadcaster) {
			super(roomBroadcaster);
		}

	}

	/** Records the events in the replay log. */
	@EventConsumer(value = "realtime_replay", repeatable = true)
	static final class Recorded extends LiveMediaListener {

		Recorded(ReplayRecorder recorder) {
			super(recorder);
		}

	}

}
