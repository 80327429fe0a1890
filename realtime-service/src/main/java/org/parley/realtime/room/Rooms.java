package org.parley.realtime.room;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.parley.realtime.session.SocketSession;

import org.springframework.stereotype.Component;

/** Which sockets of this instance are in which room. */
@Component
public class Rooms {

	private static final String THREAD = "thread-";

	private final Map<String, Map<SocketSession, RoomMembership>> open = new ConcurrentHashMap<>();

	Rooms(MeterRegistry meters) {
		Gauge.builder("parley.realtime.rooms", this.open, Map::size)
			.description("Rooms with somebody in them on this instance")
			.register(meters);
	}

	/** The room of a thread. */
	public static String ofThread(String threadId) {
		return THREAD + threadId;
	}

	/** The room of a person. */
	public static String ofPerson(String userId) {
		return "user-" + userId;
	}

	/** Lets a socket in; it hears nothing before it has caught up. */
	RoomMembership enter(String room, SocketSession socketSession) {
		var membership = new RoomMembership(socketSession);
		this.open.compute(room, (_, members) -> {
			var all = (members != null) ? members : new ConcurrentHashMap<SocketSession, RoomMembership>();
			all.put(socketSession, membership);
			return all;
		});
		socketSession.rooms().add(room);
		if (socketSession.isClosed()) {
			leave(room, socketSession);
		}
		return membership;
	}

	/**
	 * Lets a socket out.
	 * @return whether it was in, so that of several who let it out one tells it
	 */
	public boolean leave(String room, SocketSession socketSession) {
		var wasIn = socketSession.rooms().remove(room);
		this.open.computeIfPresent(room, (_, members) -> {
			members.remove(socketSession);
			return members.isEmpty() ? null : members;
		});
		return wasIn;
	}

	/** Lets a socket out of all rooms. */
	public void leaveAll(SocketSession socketSession) {
		List.copyOf(socketSession.rooms()).forEach((room) -> leave(room, socketSession));
	}

	Collection<RoomMembership> members(String room) {
		return List.copyOf(this.open.getOrDefault(room, Map.of()).values());
	}

	/** The sockets in a room. */
	public List<SocketSession> sessions(String room) {
		return members(room).stream().map(RoomMembership::session).toList();
	}

	Optional<RoomMembership> membership(String room, SocketSession socketSession) {
		return Optional.ofNullable(this.open.getOrDefault(room, Map.of()).get(socketSession));
	}

	/** The rooms with somebody in them. */
	List<String> all() {
		return List.copyOf(this.open.keySet());
	}

	/** The threads that somebody has open. */
	List<String> threads() {
		return all().stream().map(Rooms::threadOf).flatMap(Optional::stream).toList();
	}

	/** The thread of a room, if it is the room of one. */
	static Optional<String> threadOf(String room) {
		return room.startsWith(THREAD) ? Optional.of(room.substring(THREAD.length())) : Optional.empty();
	}

}
