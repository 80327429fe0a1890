package org.parley.realtime.room;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Something that the clients in a room hear.
 *
 * @param name as which clients hear it
 * @param id of the event that it goes back to; the same however often it is heard
 * @param type of that event
 * @param threadId the thread that it is about, if any
 * @param subject what is told of, by its id: a post, a thread, a notification
 * @param data as in the API
 */
public record LiveEvent(String name, String id, String type, @Nullable String threadId, String subject, Object data) {

	/** As it travels. */
	Map<String, Object> at(@Nullable Long offset, Object data) {
		var message = new LinkedHashMap<String, Object>();
		message.put("id", this.id);
		if (offset != null) {
			message.put("offset", offset);
		}
		message.put("type", this.type);
		if (this.threadId != null) {
			message.put("threadId", this.threadId);
		}
		message.put("data", data);
		return message;
	}

}
