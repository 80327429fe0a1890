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
import org.parley.realtime.replay.Missed;
import org.parley.realtime.replay.ReplayLog;

import org.springframework.stereotype.Component;

/**
 * Tells rooms what happens, in the order of the log: whatever it has before an event that
 * a member was not told goes out first, so a member that has heard an offset has heard
 * everything up to it. Without Redis events go out as they come.
 */
@Component
public class Broadcasting implements EventSink {

	/** A member that is told faster than it reads falls behind, and is cut off then. */
	private static final int ROUNDS = 5;

	private final Rooms rooms;

	private final ReplayLog log;

	private final Deliveries deliveries;

	private final MeterRegistry meters;

	private final Counter replayed;

	private final Counter resyncs;

	Broadcasting(Rooms rooms, ReplayLog log, Deliveries deliveries, MeterRegistry meters) {
		this.rooms = rooms;
		this.log = log;
		this.deliveries = deliveries;
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
		var delivery = this.deliveries.of(event, null);
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
	@Nullable Long welcome(String room, Membership member, OptionalLong offset) {
		var missed = this.log.since(room, offset);
		if (offset.isPresent()) {
			replay(room, member, missed);
		}
		for (var round = 0; round < ROUNDS && missed.position() != null && !missed.entries().isEmpty(); round++) {
			missed = this.log.since(room, OptionalLong.of(missed.position()));
			replay(room, member, missed);
		}
		member.goLive(missed.position());
		refresh(room, member);
		return missed.position();
	}

	void tell(String room, LiveEvent event, boolean replaces, LogAccess access) {
		var told = lowestPosition(room);
		var line = new LogLine(event.id(), event.subject(), this.deliveries.text(event), replaces);
		var kept = access.put(room, line, told);
		var offset = kept.position();
		if (offset == null) {
			whisper(room, event, null);
			return;
		}
		var batch = batch(room, event, kept, told.orElse(offset - 1), offset);
		this.rooms.members(room).forEach((member) -> tell(room, member, batch, event.name()));
	}

	private void tell(String room, Membership member, Batch batch, String event) {
		if (member.isAdrift()) {
			anchor(room, member, batch.through());
			return;
		}
		var heard = member.hear(batch);
		if (heard == Membership.Heard.BEHIND) {
			refresh(room, member);
		}
		else {
			note(member, heard, event);
		}
	}

	/** The log is back: a client that joined without it reads anew once. */
	private void anchor(String room, Membership member, long offset) {
		var resync = this.deliveries.resync(offset, room);
		member.goLive(offset);
		this.resyncs.increment();
		note(member, member.hear(resync), resync.name());
	}

	private void refresh(String room, Membership member) {
		member.position().ifPresent((told) -> refresh(room, told, List.of(member)));
	}

	private void refresh(String room, long told, Collection<Membership> members) {
		var missed = this.log.since(room, OptionalLong.of(told));
		var end = missed.position();
		if (end != null) {
			var batch = new Batch(told, end, all(room, missed));
			members.forEach((member) -> note(member, member.hear(batch), "replayed"));
		}
	}

	private void replay(String room, Membership member, Missed missed) {
		all(room, missed).forEach((delivery) -> member.session().sendPatiently(delivery.name(), delivery.message()));
	}

	private List<Delivery> all(String room, Missed missed) {
		if (!missed.complete()) {
			this.resyncs.increment();
			return List.of(this.deliveries.resync(missed.position(), room));
		}
		var entries = missed.entries().stream().map(this.deliveries::of).toList();
		this.replayed.increment(entries.size());
		return entries;
	}

	private Batch batch(String room, LiveEvent event, Missed kept, long after, long offset) {
		if (!kept.complete()) {
			return new Batch(after, offset, List.of(this.deliveries.resync(offset, room)));
		}
		var all = new ArrayList<>(kept.entries().stream().map(this.deliveries::of).toList());
		all.add(this.deliveries.of(event, offset));
		return new Batch(after, offset, Deliveries.withoutReplaced(all));
	}

	private OptionalLong lowestPosition(String room) {
		return this.rooms.members(room).stream().map(Membership::position).flatMapToLong(OptionalLong::stream).min();
	}

	private void note(Membership member, Membership.Heard heard, String event) {
		if (heard == Membership.Heard.GONE) {
			this.rooms.leaveAll(member.session());
		}
		if (heard == Membership.Heard.ALL) {
			this.meters.counter("parley.realtime.emitted", "event", event).increment();
		}
	}

	/** How an event gets into the log. */
	@FunctionalInterface
	interface LogAccess {

		Missed put(String room, LogLine line, OptionalLong told);

	}

}
