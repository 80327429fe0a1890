package org.parley.realtime.room;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.realtime.kind.RoomKind;

/**
 * An event for the clients in a room.
 *
 * @param name the Socket.IO event name
 * @param id id of the source event; the same in every delivery
 * @param type type of the source event
 * @param room the room of the thread, conversation or post that it is about; null if
 * there is none
 * @param subject id of the post, thread, message or notification
 * @param data the payload, as in the API
 * @param by id of the user who caused it, if readers whom a block separates from this
 * user do not receive it; otherwise null
 */
public record LiveEvent(String name, String id, String type, @Nullable String room, String subject, Object data,
		@Nullable String by) {

	/** Creates an event that all readers receive. */
	public LiveEvent(String name, String id, String type, @Nullable String room, String subject, Object data) {
		this(name, id, type, room, subject, data, null);
	}

	/** Creates the message that clients receive, without the offset. */
	Map<String, Object> toMessage() {
		var message = new LinkedHashMap<String, Object>();
		message.put("id", this.id);
		message.put("type", this.type);
		if (this.room != null) {
			var about = this.room;
			RoomKind.of(about).ifPresent((kind) -> message.put(kind.property(), kind.id(about)));
		}
		message.put("data", this.data);
		return message;
	}

}
