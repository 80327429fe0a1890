package org.parley.realtime.room;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.parley.realtime.session.SocketSession;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The rooms of this instance and their members. A socket knows its rooms, too; both sides
 * change in one step for each room, so that they always agree.
 */
@Component
public class Rooms {

	private final ConcurrentMap<String, Map<SocketSession, RoomMembership>> rooms;

	@Autowired
	Rooms(MeterRegistry meters) {
		this(meters, new ConcurrentHashMap<>());
	}

	/**
	 * Creates rooms.
	 * @param rooms a map that runs one change of a key at a time
	 */
	Rooms(MeterRegistry meters, ConcurrentMap<String, Map<SocketSession, RoomMembership>> rooms) {
		this.rooms = rooms;
		Gauge.builder("parley.realtime.rooms", this.rooms, Map::size)
			.description("Rooms with members on this instance")
			.register(meters);
	}

	/** Returns the name of a user's room. */
	public static String ofUser(String userId) {
		return "user-" + userId;
	}

	/** Adds a socket, which receives no live events before it has caught up. */
	RoomMembership enter(String room, SocketSession socketSession) {
		var membership = new RoomMembership(socketSession);
		this.rooms.compute(room, (_, members) -> {
			var all = (members != null) ? members : new ConcurrentHashMap<SocketSession, RoomMembership>();
			all.put(socketSession, membership);
			socketSession.enter(room);
			return all;
		});
		if (socketSession.isClosed()) {
			leave(room, socketSession);
		}
		return membership;
	}

	/**
	 * Removes a socket.
	 * @return whether this call removed it, so that only one caller notifies the client
	 */
	public boolean leave(String room, SocketSession socketSession) {
		var left = new AtomicBoolean();
		this.rooms.computeIfPresent(room, (_, members) -> {
			members.remove(socketSession);
			left.set(socketSession.leave(room));
			return members.isEmpty() ? null : members;
		});
		return left.get();
	}

	/** Removes a socket from all rooms. */
	public void leaveAll(SocketSession socketSession) {
		List.copyOf(socketSession.rooms()).forEach((room) -> leave(room, socketSession));
	}

	/** Checks whether a room has no member on this instance. */
	boolean isEmpty(String room) {
		return !this.rooms.containsKey(room);
	}

	Collection<RoomMembership> members(String room) {
		return List.copyOf(this.rooms.getOrDefault(room, Map.of()).values());
	}

	public List<SocketSession> sessions(String room) {
		return members(room).stream().map(RoomMembership::session).toList();
	}

	/** Returns the names of all rooms with members. */
	public List<String> names() {
		return List.copyOf(this.rooms.keySet());
	}

}
