package org.parley.realtime.room;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.parley.platform.web.Ids;
import org.parley.realtime.replay.ReplayEntry;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/** Writes events as the log keeps them, and reads them as clients hear them. */
@Component
class DeliveryJson {

	private static final TypeReference<LinkedHashMap<String, Object>> MESSAGE = new TypeReference<>() {
	};

	private static final String NAME = "name";

	private final JsonMapper json;

	DeliveryJson(JsonMapper json) {
		this.json = json;
	}

	/** An event as the log keeps it. */
	String text(LiveEvent event) {
		var kept = new LinkedHashMap<>(event.at(null, plain(event.data())));
		kept.put(NAME, event.name());
		return this.json.writeValueAsString(kept);
	}

	/** An event that happens now. */
	SocketDelivery of(LiveEvent event, @Nullable Long offset) {
		return new SocketDelivery(event.name(), event.at(offset, plain(event.data())), offset, event.subject());
	}

	/** An event of the log. */
	SocketDelivery of(ReplayEntry replayEntry) {
		var kept = this.json.readValue(replayEntry.text(), MESSAGE);
		var name = String.valueOf(kept.remove(NAME));
		var message = new LinkedHashMap<String, Object>();
		message.put("id", kept.get("id"));
		message.put("offset", replayEntry.offset());
		message.putAll(kept);
		return new SocketDelivery(name, message, replayEntry.offset(), replayEntry.subject());
	}

	/** Tells a client to read anew; what follows it comes after the offset. */
	SocketDelivery resync(@Nullable Long offset, String room) {
		var threadId = Rooms.threadOf(room).orElse(null);
		var event = new LiveEvent("resync", "resync-" + ((offset != null) ? offset : Ids.next()), "resync", threadId,
				"", Map.of());
		return new SocketDelivery(event.name(), event.at(offset, Map.of()), null, "");
	}

	/** Leaves out what a later one says anew. */
	static List<SocketDelivery> withoutReplaced(List<SocketDelivery> deliveries) {
		return IntStream.range(0, deliveries.size())
			.filter((index) -> deliveries.subList(index + 1, deliveries.size())
				.stream()
				.noneMatch(deliveries.get(index)::isReplacedBy))
			.mapToObj(deliveries::get)
			.toList();
	}

	/** As the server's own writer of JSON understands it. */
	private Object plain(Object data) {
		return this.json.convertValue(data, Object.class);
	}

}
