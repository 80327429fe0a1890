package org.parley.realtime.event.media;

import java.util.LinkedHashMap;

import org.jspecify.annotations.Nullable;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.realtime.room.EventSink;
import org.parley.realtime.room.LiveEvent;
import org.parley.realtime.room.Rooms;

/** Tells the sockets of a user about the states of their media. */
@EventConsumer(value = { "realtime", "realtime_replay" }, repeatable = true)
class LiveMediaListener {

	@EventHandler("media.uploaded")
	void onUploaded(ChangedMedia event, EventEnvelope envelope, EventSink sink) {
		publish(event, "processing", envelope, sink);
	}

	@EventHandler("media.ready")
	void onReady(ChangedMedia event, EventEnvelope envelope, EventSink sink) {
		publish(event, "ready", envelope, sink);
	}

	@EventHandler("media.refused")
	void onRefused(ChangedMedia event, EventEnvelope envelope, EventSink sink) {
		publish(event, "refused", envelope, sink);
	}

	@EventHandler("media.removed")
	void onRemoved(ChangedMedia event, EventEnvelope envelope, EventSink sink) {
		publish(event, "removed", envelope, sink);
	}

	private void publish(ChangedMedia event, String state, EventEnvelope envelope, EventSink sink) {
		var data = new LinkedHashMap<String, Object>();
		data.put("id", event.media().id());
		data.put("state", state);
		if (event.refusal() != null) {
			data.put("refusal", event.refusal());
		}
		data.put("version", event.version());
		sink.publish(Rooms.ofUser(event.media().ownerId()),
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

}
