package org.parley.realtime.room;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.parley.platform.web.Ids;
import org.parley.realtime.replay.Entry;
import org.parley.realtime.replay.Missed;
import org.parley.realtime.replay.ReplayLog;
import org.parley.realtime.session.Session;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Tells rooms what happens: it is kept for those who are away, then told to those who are
 * here, one event after the other, so that offsets go out in order.
 */
@Component
public class Broadcasting {

	private static final TypeReference<LinkedHashMap<String, Object>> MESSAGE = new TypeReference<>() {
	};

	private static final String NAME = "name";

	private final Rooms rooms;

	private final ReplayLog log;

	private final JsonMapper json;

	private final MeterRegistry meters;

	private final Counter replayed;

	private final ReentrantLock turn = new ReentrantLock();

	Broadcasting(Rooms rooms, ReplayLog log, JsonMapper json, MeterRegistry meters) {
		this.rooms = rooms;
		this.log = log;
		this.json = json;
		this.meters = meters;
		this.replayed = Counter.builder("parley.realtime.replayed")
			.description("Events that clients had missed and were told of")
			.register(meters);
	}

	/** Tells a room, and keeps what is told. */
	public void tell(String room, LiveEvent event) {
		this.turn.lock();
		try {
			var offset = this.log.append(room, event.id(), event.subject(), text(event));
			deliver(room, event, offset.isPresent() ? offset.getAsLong() : null, null);
		}
		finally {
			this.turn.unlock();
		}
	}

	/**
	 * Keeps no more of what was said about something that readers may not see any more.
	 */
	public void forget(String room, String subject) {
		this.log.forget(room, subject);
	}

	/** Tells a room of what is over in a moment: nobody is told later. */
	public void whisper(String room, LiveEvent event, @Nullable String exceptFor) {
		deliver(room, event, null, exceptFor);
	}

	/** Tells everybody here to read anew: something was missed by this instance. */
	public void resync() {
		this.rooms.all().forEach((room) -> {
			var threadId = Rooms.threadOf(room).orElse(null);
			deliver(room, new LiveEvent("resync", "resync-" + Ids.next(), "resync", threadId, "", Map.of()), null,
					null);
		});
	}

	/**
	 * Lets a socket into a room, and tells what it has missed; answers where the log
	 * ends.
	 */
	@Nullable Long welcome(String room, Membership member, @Nullable String threadId, OptionalLong offset) {
		var missed = this.log.since(room, offset);
		if (missed.complete() || offset.isEmpty()) {
			member.catchUp(missed.entries().stream().map(this::delivery).toList());
			this.replayed.increment(missed.entries().size());
		}
		else {
			member.catchUp(List.of(resync(missed, threadId)));
		}
		return missed.position();
	}

	private void deliver(String room, LiveEvent event, @Nullable Long offset, @Nullable String exceptFor) {
		var delivery = new Delivery(event.name(), event.at(offset, plain(event.data())), offset);
		var members = this.rooms.members(room);
		members.stream()
			.filter((member) -> !member.session().id().toString().equals(exceptFor))
			.filter((member) -> !member.hear(delivery))
			.forEach((member) -> dropped(member.session()));
		this.meters.counter("parley.realtime.emitted", "event", event.name()).increment(members.size());
	}

	private void dropped(Session session) {
		this.rooms.leaveAll(session);
	}

	private String text(LiveEvent event) {
		var kept = new LinkedHashMap<>(event.at(null, plain(event.data())));
		kept.put(NAME, event.name());
		return this.json.writeValueAsString(kept);
	}

	/** As the server's own writer of JSON understands it. */
	private Object plain(Object data) {
		return this.json.convertValue(data, Object.class);
	}

	private Delivery delivery(Entry entry) {
		var kept = this.json.readValue(entry.text(), MESSAGE);
		var name = String.valueOf(kept.remove(NAME));
		var message = new LinkedHashMap<String, Object>();
		message.put("id", kept.get("id"));
		message.put("offset", entry.offset());
		message.putAll(kept);
		return new Delivery(name, message, entry.offset());
	}

	private static Delivery resync(Missed missed, @Nullable String threadId) {
		var id = "resync-" + missed.position();
		var event = new LiveEvent("resync", id, "resync", threadId, "", Map.of());
		return new Delivery(event.name(), event.at(missed.position(), Map.of()), null);
	}

}
