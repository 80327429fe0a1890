package org.parley.realtime.presence;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

import org.parley.realtime.session.SocketSession;
import org.parley.realtime.session.SocketSessions;

import org.springframework.stereotype.Component;

/** The people with sockets on this instance. */
@Component
class PresentPeople {

	private final SocketSessions socketSessions;

	private final PresenceSettings settings;

	private final InstantSource clock;

	PresentPeople(SocketSessions socketSessions, PresenceSettings settings, InstantSource clock) {
		this.socketSessions = socketSessions;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Finds the people whose presence their tokens show, and whether they are active on
	 * one of their sockets.
	 */
	Map<String, Boolean> find() {
		var activeSince = this.clock.instant().minus(this.settings.inactivity());
		var people = new HashMap<String, Boolean>();
		this.socketSessions.findAll()
			.stream()
			.filter((socketSession) -> socketSession.identity().showsPresence())
			.forEach((socketSession) -> people.merge(socketSession.identity().userId(),
					isActive(socketSession, activeSince), Boolean::logicalOr));
		return people;
	}

	private static boolean isActive(SocketSession socketSession, Instant activeSince) {
		return !socketSession.isAway() && socketSession.lastActive().isAfter(activeSince);
	}

}
