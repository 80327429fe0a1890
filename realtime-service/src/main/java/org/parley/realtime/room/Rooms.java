package org.parley.realtime.room;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.parley.realtime.session.Session;

import org.springframework.stereotype.Component;

/** Which sockets of this instance are in which room. */
@Component
public class Rooms {

	private static final String THREAD = "thread-";

	private final Map<String, Map<Session, Membership>> open = new ConcurrentHashMap<>();

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
	Membership enter(String room, Session session) {
		var membership = new Membership(session);
		this.open.compute(room, (_, members) -> {
			var all = (members != null) ? members : new ConcurrentHashMap<Session, Membership>();
			all.put(session, membership);
			return all;
		});
		session.rooms().add(room);
		if (session.isClosed()) {
			leave(room, session);
		}
		return membership;
	}

	/**
	 * Lets a socket out.
	 * @return whether it was in, so that of several who let it out one tells it
	 */
	public boolean leave(String room, Session session) {
		var wasIn = session.rooms().remove(room);
		this.open.computeIfPresent(room, (_, members) -> {
			members.remove(session);
			return members.isEmpty() ? null : members;
		});
		return wasIn;
	}

	/** Lets a socket out of all rooms. */
	public void leaveAll(Session session) {
		List.copyOf(session.rooms()).forEach((room) -> leave(room, session));
	}

	Collection<Membership> members(String room) {
		return List.copyOf(this.open.getOrDefault(room, Map.of()).values());
	}

	/** The sockets in a room. */
	public List<Session> sessions(String room) {
		return members(room).stream().map(Membership::session).toList();
	}

	Optional<Membership> membership(String room, Session session) {
		return Optional.ofNullable(this.open.getOrDefault(room, Map.of()).get(session));
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
