package org.parley.realtime.room;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An event for the clients in a room.
 *
 * @param name the Socket.IO event name
 * @param id id of the source event; the same in every delivery
 * @param type type of the source event
 * @param threadId the thread, if any
 * @param subject id of the post, thread or notification
 * @param data the payload, as in the API
 */
public record LiveEvent(String name, String id, String type, @Nullable String threadId, String subject, Object data) {

	/** Creates the message that clients receive, without the offset. */
	Map<String, Object> toMessage() {
		var message = new LinkedHashMap<String, Object>();
		message.put("id", this.id);
		message.put("type", this.type);
		if (this.threadId != null) {
			message.put("threadId", this.threadId);
		}
		message.put("data", this.data);
		return message;
	}

}
