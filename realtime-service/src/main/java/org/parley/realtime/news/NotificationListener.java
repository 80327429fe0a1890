package org.parley.realtime.news;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.platform.events.EventEnvelope;
import org.parley.platform.events.inbox.Hears;
import org.parley.platform.events.inbox.Listens;
import org.parley.realtime.room.Broadcasting;
import org.parley.realtime.room.LiveEvent;
import org.parley.realtime.room.Rooms;

/** Hears what people are notified of, and tells it to them alone. */
@Listens(value = "realtime", repeatable = true)
class NotificationListener {

	private final Broadcasting broadcasting;

	NotificationListener(Broadcasting broadcasting) {
		this.broadcasting = broadcasting;
	}

	@Hears("notification.created")
	void onCreated(Created told, EventEnvelope event) {
		var data = new LinkedHashMap<String, Object>(told.notification());
		data.put("unread", told.unread());
		tell(told.userId(), String.valueOf(data.get("id")), data, event);
	}

	@Hears("notification.read")
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
		this.broadcasting.tell(Rooms.ofPerson(userId),
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

}
