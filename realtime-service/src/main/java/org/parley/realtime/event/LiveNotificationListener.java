package org.parley.realtime.event;

import java.util.LinkedHashMap;
import java.util.Map;

import org.parley.contracts.notification.NotificationRead;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.realtime.room.EventSink;
import org.parley.realtime.room.LiveEvent;
import org.parley.realtime.room.Rooms;

/** Publishes notification events to the sockets of their user. */
@EventConsumer(value = { "realtime", "realtime_replay" }, repeatable = true)
class LiveNotificationListener {

	@EventHandler("notification.created")
	void onCreated(Created event, EventEnvelope envelope, EventSink sink) {
		var data = new LinkedHashMap<String, Object>(event.notification());
		data.put("unread", event.unread());
		publish(event.userId(), String.valueOf(data.get("id")), data, envelope, sink);
	}

	@EventHandler("notification.read")
	void onRead(NotificationRead event, EventEnvelope envelope, EventSink sink) {
		var data = new LinkedHashMap<String, Object>();
		var id = event.notificationId();
		if (id != null) {
			data.put("id", id);
		}
		data.put("read", true);
		data.put("unread", event.unread());
		publish(event.userId(), (id != null) ? id : "all", data, envelope, sink);
	}

	private void publish(String userId, String subject, Object data, EventEnvelope envelope, EventSink sink) {
		sink.publish(Rooms.ofUser(userId),
				new LiveEvent("notification", envelope.id(), envelope.type(), null, subject, data));
	}

	/**
	 * Data of {@code notification.created}.
	 *
	 * @param userId the notified user
	 * @param notification the notification as the API returns it
	 * @param unread the user's number of unread notifications
	 */
	record Created(String userId, Map<String, Object> notification, int unread) {
	}

}
