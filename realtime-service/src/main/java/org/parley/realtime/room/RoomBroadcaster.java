package org.parley.realtime.room;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.parley.realtime.access.RoomRules;
import org.parley.realtime.kind.RoomKind;
import org.parley.realtime.replay.LogLine;
import org.parley.realtime.replay.MissedEvents;
import org.parley.realtime.replay.ReplayLog;
import org.parley.realtime.room.RoomMembership.DeliveryBatch;
import org.parley.realtime.session.SocketIdentity;
import org.parley.realtime.session.SocketSessions;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Sends events to rooms in the order of the log. Events that a member has missed are sent
 * first, so a member that received an offset has received everything up to it. Without
 * Redis, events are sent as they arrive.
 */
@Component
@Qualifier("realtime")
public class RoomBroadcaster implements EventSink {

	/**
	 * Catch-up rounds before a member goes live; a member that is still behind is cut off
	 * as a slow reader.
	 */
	private static final int MAX_CATCH_UP_ROUNDS = 5;

	private final Rooms rooms;

	private final SocketSessions socketSessions;

	private final ReplayLog log;

	private final DeliveryJson deliveryJson;

	private final RoomRules roomRules;

	private final MeterRegistry meters;

	private final Counter replayed;

	private final Counter resyncs;

	RoomBroadcaster(Rooms rooms, SocketSessions socketSessions, ReplayLog log, DeliveryJson deliveryJson,
			RoomRules roomRules, MeterRegistry meters) {
		this.rooms = rooms;
		this.socketSessions = socketSessions;
		this.log = log;
		this.deliveryJson = deliveryJson;
		this.roomRules = roomRules;
		this.meters = meters;
		this.replayed = Counter.builder("parley.realtime.replayed")
			.description("Missed events that were sent to clients")
			.register(meters);
		this.resyncs = Counter.builder("parley.realtime.resyncs")
			.description("Clients that were asked to reload")
			.register(meters);
	}

	@Override
	public void publish(String room, LiveEvent event) {
		if (!defer(room, event)) {
			publish(room, event, false, this.log::append);
		}
	}

	/** A member that enters before the event is deferred may not have read it. */
	private boolean defer(String room, LiveEvent event) {
		return this.rooms.isEmpty(room) && this.log.defer(room, () -> this.deliveryJson.toLogLine(event, false))
				&& this.rooms.isEmpty(room);
	}

	@Override
	public void replace(String room, LiveEvent event) {
		publish(room, event, true, this.log::append);
	}

	/**
	 * The room of the event decides who may hear of it, and which scope a token needs.
	 */
	@Override
	public void tell(Supplier<Set<String>> userIds, LiveEvent event) {
		var room = String.valueOf(event.room());
		var kind = RoomKind.of(room).orElseThrow();
		var readers = this.roomRules.readers(kind, kind.id(room));
		tell(userIds.get(), event, (identity) -> identity.covers(kind.readScope()) && identity.isPermitted(readers));
	}

	/**
	 * Sends an event to users, whatever rooms they are in, if their tokens cover a scope.
	 * It is not recorded.
	 */
	public void tell(Set<String> userIds, LiveEvent event, String scope) {
		tell(userIds, event, (identity) -> identity.covers(scope));
	}

	private void tell(Set<String> userIds, LiveEvent event, Predicate<SocketIdentity> isReceiver) {
		var delivery = this.deliveryJson.toDelivery(event);
		var delivered = userIds.stream()
			.flatMap((userId) -> this.socketSessions.findByUser(userId).stream())
			.filter((socketSession) -> isReceiver.test(socketSession.identity())
					&& socketSession.send(delivery.event()))
			.count();
		this.meters.counter("parley.realtime.emitted", "event", event.name()).increment((double) delivered);
	}

	/**
	 * Sends a transient event to a room, without recording it.
	 * @param exceptFor the id of a socket that does not receive it
	 * @param hiddenFrom ids of the users who do not receive it
	 */
	public void sendTransient(String room, LiveEvent event, @Nullable String exceptFor, Set<String> hiddenFrom) {
		sendTransient(room, this.deliveryJson.toDelivery(event).without(hiddenFrom), exceptFor);
	}

	/** Sends a transient event to some people in a room. */
	public void sendTransientTo(Predicate<String> isReceiver, String room, LiveEvent event) {
		var delivery = this.deliveryJson.toDelivery(event);
		sendTo(this.rooms.members(room), delivery.name(),
				(member) -> isReceiver.test(member.session().identity().userId())
						&& isDelivered(member, member.deliver(delivery)));
	}

	private void sendTransient(String room, SocketDelivery delivery, @Nullable String exceptFor) {
		sendTo(this.rooms.members(room), delivery.name(),
				(member) -> !member.session().id().toString().equals(exceptFor)
						&& isDelivered(member, member.deliver(delivery)));
	}

	/**
	 * Asks all clients of this instance to reload, because events may be missing from the
	 * log.
	 */
	public void resync() {
		this.rooms.names().forEach((room) -> {
			sendTransient(room, this.deliveryJson.resync(null, room), null);
			this.resyncs.increment(this.rooms.members(room).size());
		});
	}

	/** Sends all members the events of the log that they have not received. */
	void refresh() {
		this.rooms.names().forEach(this::refresh);
	}

	/** Sends the members of a room the events of the log that they have not received. */
	void refresh(String room) {
		lowestPosition(room).ifPresent((delivered) -> refresh(room, delivered, this.rooms.members(room)));
	}

	/**
	 * Sends a new member the events that it missed, then the live events; nothing if its
	 * socket has closed meanwhile.
	 * @return the offset after which the member receives all events; null without Redis
	 */
	@Nullable Long catchUp(String room, RoomMembership member, OptionalLong offset) {
		if (member.session().isClosed()) {
			return null;
		}
		var missedEvents = this.log.since(room, offset);
		if (offset.isPresent()) {
			replay(room, member, missedEvents);
		}
		for (var round = 0; round < MAX_CATCH_UP_ROUNDS && missedEvents.position() != null
				&& !missedEvents.entries().isEmpty(); round++) {
			missedEvents = this.log.since(room, OptionalLong.of(missedEvents.position()));
			replay(room, member, missedEvents);
		}
		member.goLive(missedEvents.position());
		refresh(room, member);
		return missedEvents.position();
	}

	void publish(String room, LiveEvent event, boolean replaces, LogAccess access) {
		var delivered = lowestPosition(room);
		var line = this.deliveryJson.toLogLine(event, replaces);
		var recorded = access.put(room, line, delivered);
		var offset = recorded.position();
		if (offset == null) {
			sendTransient(room, forReaders(room, this.deliveryJson.toDelivery(line, null)), null);
			return;
		}
		var deliveryBatch = batch(room, line, recorded, delivered.orElse(offset - 1), offset);
		sendTo(this.rooms.members(room), event.name(), (member) -> send(room, member, deliveryBatch));
	}

	private boolean send(String room, RoomMembership member, DeliveryBatch deliveryBatch) {
		if (member.isAwaitingOffset()) {
			startAt(room, member, deliveryBatch.through());
			return false;
		}
		var outcome = member.deliver(deliveryBatch);
		if (outcome == RoomMembership.Outcome.BEHIND) {
			refresh(room, member);
		}
		return isDelivered(member, outcome);
	}

	/** Redis is available again: a client that joined without it must reload once. */
	private void startAt(String room, RoomMembership member, long offset) {
		var resync = this.deliveryJson.resync(offset, room);
		member.goLive(offset);
		this.resyncs.increment();
		sendTo(List.of(member), resync.name(), (one) -> isDelivered(one, one.deliver(resync)));
	}

	private void refresh(String room, RoomMembership member) {
		member.position().ifPresent((delivered) -> refresh(room, delivered, List.of(member)));
	}

	private void refresh(String room, long delivered, Collection<RoomMembership> members) {
		var missedEvents = this.log.since(room, OptionalLong.of(delivered));
		var end = missedEvents.position();
		if (end != null) {
			var deliveryBatch = new DeliveryBatch(delivered, end, deliveries(room, missedEvents).toList());
			sendTo(members, "replayed", (member) -> isDelivered(member, member.deliver(deliveryBatch)));
		}
	}

	private void replay(String room, RoomMembership member, MissedEvents missedEvents) {
		deliveries(room, missedEvents).filter(member::isReceiverOf)
			.forEach((delivery) -> member.session().sendWhenReady(delivery.event()));
	}

	private Stream<SocketDelivery> deliveries(String room, MissedEvents missedEvents) {
		if (!missedEvents.complete()) {
			this.resyncs.increment();
			return Stream.of(this.deliveryJson.resync(missedEvents.position(), room));
		}
		this.replayed.increment(missedEvents.entries().size());
		return stored(room, missedEvents);
	}

	private DeliveryBatch batch(String room, LogLine line, MissedEvents recorded, long after, long offset) {
		if (!recorded.complete()) {
			return new DeliveryBatch(after, offset, List.of(this.deliveryJson.resync(offset, room)));
		}
		var all = new ArrayList<>(stored(room, recorded).toList());
		all.add(forReaders(room, this.deliveryJson.toDelivery(line, offset)));
		return new DeliveryBatch(after, offset, DeliveryJson.withoutReplaced(all));
	}

	private Stream<SocketDelivery> stored(String room, MissedEvents missedEvents) {
		return missedEvents.entries()
			.stream()
			.map((replayEntry) -> forReaders(room, this.deliveryJson.toDelivery(replayEntry)));
	}

	/** Blocks hold when an event is sent, not when it was recorded. */
	private SocketDelivery forReaders(String room, SocketDelivery delivery) {
		return delivery.by()
			.flatMap((userId) -> RoomKind.of(room).map((kind) -> this.roomRules.hiddenFrom(userId, kind)))
			.map(delivery::without)
			.orElse(delivery);
	}

	private OptionalLong lowestPosition(String room) {
		return this.rooms.members(room)
			.stream()
			.map(RoomMembership::position)
			.flatMapToLong(OptionalLong::stream)
			.min();
	}

	private boolean isDelivered(RoomMembership member, RoomMembership.Outcome outcome) {
		if (outcome == RoomMembership.Outcome.CLOSED) {
			this.rooms.leaveAll(member.session());
		}
		return outcome == RoomMembership.Outcome.DELIVERED;
	}

	/** Sends to each member, and counts those that received the event. */
	private void sendTo(Collection<RoomMembership> members, String event, Predicate<RoomMembership> send) {
		var delivered = members.stream().filter(send).count();
		this.meters.counter("parley.realtime.emitted", "event", event).increment((double) delivered);
	}

	/** Writes an event to the log. */
	@FunctionalInterface
	interface LogAccess {

		MissedEvents put(String room, LogLine line, OptionalLong delivered);

	}

}
