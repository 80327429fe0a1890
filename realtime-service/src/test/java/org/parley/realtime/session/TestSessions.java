package org.parley.realtime.session;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.springframework.context.ApplicationEventPublisher;

/** Creates sessions for tests. */
public final class TestSessions {

	private static final SocketSessionSettings SETTINGS = new SocketSessionSettings(20, 50, Duration.ofSeconds(2),
			Duration.ofSeconds(30), 2, 1, 3);

	private TestSessions() {
	}

	/** Opens a session over a connection. */
	public static SocketSession openOver(SocketConnection socketConnection) {
		return sessions().open(UUID.randomUUID(), socketConnection, "192.0.2.1");
	}

	/** Allows two sockets per address, one per user, and three handshakes per second. */
	public static SocketSessions sessions() {
		return new SocketSessions(SETTINGS, InstantSource.system(), new SimpleMeterRegistry(), (_) -> {
		});
	}

	/** Allows two sockets per address, one per user, and tells of identities. */
	public static SocketSessions sessions(InstantSource clock, ApplicationEventPublisher events) {
		return new SocketSessions(SETTINGS, clock, new SimpleMeterRegistry(), events);
	}

	/** Allows two sockets per address, and some per user, with another clock. */
	public static SocketSessions sessions(int perPerson, InstantSource clock) {
		var settings = new SocketSessionSettings(20, 50, Duration.ofSeconds(2), Duration.ofSeconds(30), 2, perPerson,
				3);
		return new SocketSessions(settings, clock, new SimpleMeterRegistry(), (_) -> {
		});
	}

	public static HandshakeLimit handshakeLimit(SocketSessions socketSessions, InstantSource clock) {
		return new HandshakeLimit(socketSessions, SETTINGS, clock);
	}

}
