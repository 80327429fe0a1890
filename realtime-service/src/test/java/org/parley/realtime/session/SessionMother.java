package org.parley.realtime.session;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** Makes sessions as the tests need them. */
public final class SessionMother {

	private static final SocketSessionSettings SETTINGS = new SocketSessionSettings(20, 50, Duration.ofSeconds(2),
			Duration.ofSeconds(30), 2, 1, 3);

	private SessionMother() {
	}

	/** A socket over a wire. */
	public static SocketSession over(SocketConnection socketConnection) {
		return sessions().open(UUID.randomUUID(), socketConnection, "192.0.2.1");
	}

	/** Two sockets an address, one a person, three handshakes a second. */
	static SocketSessions sessions() {
		return new SocketSessions(SETTINGS, InstantSource.system(), new SimpleMeterRegistry());
	}

	static HandshakeLimit handshakes(SocketSessions socketSessions, InstantSource clock) {
		return new HandshakeLimit(socketSessions, SETTINGS, clock);
	}

}
