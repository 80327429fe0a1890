package org.parley.realtime.room;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.parley.platform.web.Ids;
import org.parley.realtime.replay.LogLine;
import org.parley.realtime.replay.MissedEvents;
import org.parley.realtime.replay.ReplayLog;

import org.springframework.stereotype.Component;

/**
 * Tells rooms what happens, in the order of the log: whatever it has before an event that
 * a member was not told goes out first, so a member that has heard an offset has heard
 * everything up to it. Without Redis events go out as they come.
 */
@Component
public class RoomBroadcaster implements EventSink {

	/** A member that is told faster than it reads falls behind, and is cut off then. */
	private static final int ROUNDS = 5;

	private final Rooms rooms;

	private final ReplayLog log;

	private final DeliveryJson deliveryJson;

	private final MeterRegistry meters;

	private final Counter replayed;

	private final Counter resyncs;

	RoomBroadcaster(Rooms rooms, ReplayLog log, DeliveryJson deliveryJson, MeterRegistry meters) {
		this.rooms = rooms;
		this.log = log;
		this.deliveryJson = deliveryJson;
		this.meters = meters;
		this.replayed = Counter.builder("parley.realtime.replayed")
			.description("Missed events that clients were told")
			.register(meters);
		this.resyncs = Counter.builder("parley.realtime.resyncs")
			.description("Clients that were told to read anew")
			.register(meters);
	}

	@Override
	public void tell(String room, LiveEvent event) {
		tell(room, event, false, this.log::append);
	}

	@Override
	public void replace(String room, LiveEvent event) {
		tell(room, event, true, this.log::append);
	}

	/** Tells a room of what is over in a moment: it is told to no one later. */
	public void whisper(String room, LiveEvent event, @Nullable String exceptFor) {
		var delivery = this.deliveryJson.of(event, null);
		this.rooms.members(room)
			.stream()
			.filter((member) -> !member.session().id().toString().equals(exceptFor))
			.forEach((member) -> note(member, member.hear(delivery), event.name()));
	}

	/**
	 * Tells everyone here to read anew: something was missed that may not be in the log.
	 */
	public void resync() {
		this.rooms.all().forEach((room) -> {
			var threadId = Rooms.threadOf(room).orElse(null);
			whisper(room, new LiveEvent("resync", "resync-" + Ids.next(), "resync", threadId, "", Map.of()), null);
			this.resyncs.increment(this.rooms.members(room).size());
		});
	}

	/** Tells everyone here what the log has that they were not told. */
	void refresh() {
		this.rooms.all()
			.forEach((room) -> lowestPosition(room).ifPresent((told) -> refresh(room, told, this.rooms.members(room))));
	}

	/**
	 * Tells a socket that has entered a room what it has missed, then lets it hear what
	 * happens; answers from which offset on.
	 */
	@Nullable Long welcome(String room, RoomMembership member, OptionalLong offset) {
		var missedEvents = this.log.since(room, offset);
		if (offset.isPresent()) {
			replay(room, member, missedEvents);
		}
		for (var round = 0; round < ROUNDS && missedEvents.position() != null
				&& !missedEvents.entries().isEmpty(); round++) {
			missedEvents = this.log.since(room, OptionalLong.of(missedEvents.position()));
			replay(room, member, missedEvents);
		}
		member.goLive(missedEvents.position());
		refresh(room, member);
		return missedEvents.position();
	}

	void tell(String room, LiveEvent event, boolean replaces, LogAccess access) {
		var told = lowestPosition(room);
		var line = new LogLine(event.id(), event.subject(), this.deliveryJson.text(event), replaces);
		var kept = access.put(room, line, told);
		var offset = kept.position();
		if (offset == null) {
			whisper(room, event, null);
			return;
		}
		var deliveryBatch = batch(room, event, kept, told.orElse(offset - 1), offset);
		this.rooms.members(room).forEach((member) -> tell(room, member, deliveryBatch, event.name()));
	}

	private void tell(String room, RoomMembership member, DeliveryBatch deliveryBatch, String event) {
		if (member.isAdrift()) {
			anchor(room, member, deliveryBatch.through());
			return;
		}
		var heard = member.hear(deliveryBatch);
		if (heard == RoomMembership.Heard.BEHIND) {
			refresh(room, member);
		}
		else {
			note(member, heard, event);
		}
	}

	/** The log is back: a client that joined without it reads anew once. */
	private void anchor(String room, RoomMembership member, long offset) {
		var resync = this.deliveryJson.resync(offset, room);
		member.goLive(offset);
		this.resyncs.increment();
		note(member, member.hear(resync), resync.name());
	}

	private void refresh(String room, RoomMembership member) {
		member.position().ifPresent((told) -> refresh(room, told, List.of(member)));
	}

	private void refresh(String room, long told, Collection<RoomMembership> members) {
		var missedEvents = this.log.since(room, OptionalLong.of(told));
		var end = missedEvents.position();
		if (end != null) {
			var deliveryBatch = new DeliveryBatch(told, end, all(room, missedEvents));
			members.forEach((member) -> note(member, member.hear(deliveryBatch), "replayed"));
		}
	}

	private void replay(String room, RoomMembership member, MissedEvents missedEvents) {
		all(room, missedEvents)
			.forEach((delivery) -> member.session().sendPatiently(delivery.name(), delivery.message()));
	}

	private List<SocketDelivery> all(String room, MissedEvents missedEvents) {
		if (!missedEvents.complete()) {
			this.resyncs.increment();
			return List.of(this.deliveryJson.resync(missedEvents.position(), room));
		}
		var entries = missedEvents.entries().stream().map(this.deliveryJson::of).toList();
		this.replayed.increment(entries.size());
		return entries;
	}

	private DeliveryBatch batch(String room, LiveEvent event, MissedEvents kept, long after, long offset) {
		if (!kept.complete()) {
			return new DeliveryBatch(after, offset, List.of(this.deliveryJson.resync(offset, room)));
		}
		var all = new ArrayList<>(kept.entries().stream().map(this.deliveryJson::of).toList());
		all.add(this.deliveryJson.of(event, offset));
		return new DeliveryBatch(after, offset, DeliveryJson.withoutReplaced(all));
	}

	private OptionalLong lowestPosition(String room) {
		return this.rooms.members(room)
			.stream()
			.map(RoomMembership::position)
			.flatMapToLong(OptionalLong::stream)
			.min();
	}

	private void note(RoomMembership member, RoomMembership.Heard heard, String event) {
		if (heard == RoomMembership.Heard.GONE) {
			this.rooms.leaveAll(member.session());
		}
		if (heard == RoomMembership.Heard.ALL) {
			this.meters.counter("parley.realtime.emitted", "event", event).increment();
		}
	}

	/** How an event gets into the log. */
	@FunctionalInterface
	interface LogAccess {

		MissedEvents put(String room, LogLine line, OptionalLong told);

	}

}
