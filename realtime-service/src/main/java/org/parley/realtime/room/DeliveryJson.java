package org.parley.realtime.room;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Ids;
import org.parley.realtime.replay.LogLine;
import org.parley.realtime.replay.ReplayEntry;
import org.parley.realtime.session.EncodedEvent;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Converts events to the format of the log and to the messages that clients receive. Each
 * event is serialised once; its offset is inserted into the text.
 */
@Component
class DeliveryJson {

	private final JsonMapper json;

	DeliveryJson(JsonMapper json) {
		this.json = json;
	}

	/** Converts an event to its line of the log. */
	LogLine toLogLine(LiveEvent event, boolean replaces) {
		return new LogLine(event.id(), SocketDelivery.subject(event),
				event.name() + " " + this.json.writeValueAsString(event.toMessage()), replaces);
	}

	/** Creates the delivery of an event that is not recorded. */
	SocketDelivery toDelivery(LiveEvent event) {
		return toDelivery(toLogLine(event, false), null);
	}

	/** Creates the delivery of a new event. */
	SocketDelivery toDelivery(LogLine line, @Nullable Long offset) {
		return delivery(line.text(), offset, offset, line.subject());
	}

	/** Creates the delivery of a stored event. */
	SocketDelivery toDelivery(ReplayEntry replayEntry) {
		return delivery(replayEntry.text(), replayEntry.offset(), replayEntry.offset(), replayEntry.subject());
	}

	/** Creates a message that asks clients to reload; later events follow the offset. */
	SocketDelivery resync(@Nullable Long offset, String room) {
		var event = new LiveEvent("resync", "resync-" + ((offset != null) ? offset : Ids.next()), "resync", room, "",
				Map.of());
		return delivery(toLogLine(event, false).text(), offset, null, "");
	}

	/** The first property of the message is its id, so the offset has a successor. */
	private static SocketDelivery delivery(String text, @Nullable Long shown, @Nullable Long offset, String subject) {
		var end = text.indexOf(' ');
		var message = text.substring(end + 1);
		var json = (shown != null) ? "{\"offset\":" + shown + "," + message.substring(1) : message;
		return new SocketDelivery(new EncodedEvent(text.substring(0, end), json), offset, subject);
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

}
