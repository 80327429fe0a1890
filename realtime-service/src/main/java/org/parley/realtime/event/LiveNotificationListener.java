package org.parley.realtime.event;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.platform.events.EventEnvelope;
import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;
import org.parley.realtime.room.EventSink;
import org.parley.realtime.room.LiveEvent;
import org.parley.realtime.room.ReplayRecorder;
import org.parley.realtime.room.RoomBroadcaster;
import org.parley.realtime.room.Rooms;

/** Hears what people are notified of, and tells it to them alone. */
abstract class LiveNotificationListener {

	private final EventSink sink;

	LiveNotificationListener(EventSink sink) {
		this.sink = sink;
	}

	@EventHandler("notification.created")
	void onCreated(Created told, EventEnvelope event) {
		var data = new LinkedHashMap<String, Object>(told.notification());
		data.put("unread", told.unread());
		tell(told.userId(), String.valueOf(data.get("id")), data, event);
	}

	@EventHandler("notification.read")
	void onRead(Read told, EventEnvelope event) {
		var data = new LinkedHashMap<String, Object>();
		var id = told.notificationId();
		if (id != null) {
			data.put("id", id);
		}
		data.put("read", true);
		data.put("unread", told.unread());
		tell(told.userId(), (id != null) ? id : "all", data, event);
	}

	private void tell(String userId, String subject, Object data, EventEnvelope event) {
		this.sink.tell(Rooms.ofPerson(userId),
				new LiveEvent("notification", event.id(), event.type(), null, subject, data));
	}

	/**
	 * Somebody has something to read.
	 *
	 * @param userId who
	 * @param notification as the API shows it
	 * @param unread how many they have not read
	 */
	record Created(String userId, Map<String, Object> notification, int unread) {
	}

	/**
	 * Somebody has read something.
	 *
	 * @param userId who
	 * @param notificationId what; absent when they have read all
	 * @param unread how many they have not read
	 */
	record Read(String userId, @Nullable String notificationId, int unread) {
	}

	/** Tells the sockets of this instance. */
	@EventConsumer(value = "realtime", repeatable = true)
	static final class Live extends LiveNotificationListener {

		Live(RoomBroadcaster roomBroadcaster) {
			super(roomBroadcaster);
		}

	}

	/** Puts into the log what an instance may have missed. */
	@EventConsumer(value = "realtime_replay", repeatable = true)
	static final class Recorded extends LiveNotificationListener {

		Recorded(ReplayRecorder recorder) {
			super(recorder);
		}

	}

}
