package org.parley.realtime.session;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** Makes sessions as the tests need them. */
public final class SessionMother {

	private static final SessionSettings SETTINGS = new SessionSettings(20, 50, Duration.ofSeconds(2),
			Duration.ofSeconds(30), 2, 1, 3);

	private SessionMother() {
	}

	/** A socket over a wire. */
	public static Session over(Wire wire) {
		return sessions().open(UUID.randomUUID(), wire, "192.0.2.1");
	}

	/** Two sockets an address, one a person, three handshakes a second. */
	static Sessions sessions() {
		return new Sessions(SETTINGS, InstantSource.system(), new SimpleMeterRegistry());
	}

	static HandshakeLimit handshakes(Sessions sessions, InstantSource clock) {
		return new HandshakeLimit(sessions, SETTINGS, clock);
	}

}
