package org.parley.realtime.room;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.parley.platform.web.Ids;
import org.parley.realtime.replay.LogLine;
import org.parley.realtime.replay.ReplayEntry;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/** Converts events to the format of the log and to the messages that clients receive. */
@Component
class DeliveryJson {

	private static final TypeReference<LinkedHashMap<String, Object>> MESSAGE = new TypeReference<>() {
	};

	private static final String NAME = "name";

	private final JsonMapper json;

	DeliveryJson(JsonMapper json) {
		this.json = json;
	}

	/** Converts an event to its line of the log. */
	LogLine toLogLine(LiveEvent event, boolean replaces) {
		var kept = new LinkedHashMap<>(event.toMessage(null, toPlainObject(event.data())));
		kept.put(NAME, event.name());
		return new LogLine(event.id(), event.subject(), this.json.writeValueAsString(kept), replaces);
	}

	/** Creates the delivery of a new event. */
	SocketDelivery toDelivery(LiveEvent event, @Nullable Long offset) {
		return new SocketDelivery(event.name(), event.toMessage(offset, toPlainObject(event.data())), offset,
				event.subject());
	}

	/** Creates the delivery of a stored event. */
	SocketDelivery toDelivery(ReplayEntry replayEntry) {
		var kept = this.json.readValue(replayEntry.text(), MESSAGE);
		var name = String.valueOf(kept.remove(NAME));
		var message = new LinkedHashMap<String, Object>();
		message.put("id", kept.get("id"));
		message.put("offset", replayEntry.offset());
		message.putAll(kept);
		return new SocketDelivery(name, message, replayEntry.offset(), replayEntry.subject());
	}

	/** Creates a message that asks clients to reload; later events follow the offset. */
	SocketDelivery resync(@Nullable Long offset, String room) {
		var threadId = Rooms.threadOf(room).orElse(null);
		var event = new LiveEvent("resync", "resync-" + ((offset != null) ? offset : Ids.next()), "resync", threadId,
				"", Map.of());
		return new SocketDelivery(event.name(), event.toMessage(offset, Map.of()), null, "");
	}

	/** Removes deliveries that a later one replaces. */
	static List<SocketDelivery> withoutReplaced(List<SocketDelivery> deliveries) {
		return IntStream.range(0, deliveries.size())
			.filter((index) -> deliveries.subList(index + 1, deliveries.size())
				.stream()
				.noneMatch(deliveries.get(index)::isReplacedBy))
			.mapToObj(deliveries::get)
			.toList();
	}

	/**
	 * Converts to maps and lists, because the Socket.IO server uses another JSON mapper.
	 */
	private Object toPlainObject(Object data) {
		return this.json.convertValue(data, Object.class);
	}

}
