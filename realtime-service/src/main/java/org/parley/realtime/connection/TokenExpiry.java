package org.parley.realtime.connection;

import java.time.InstantSource;

import org.parley.realtime.session.SocketSessions;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** A token's end is the end of what its socket may do. */
@Component
class TokenExpiry {

	private final SocketSessions socketSessions;

	private final InstantSource clock;

	TokenExpiry(SocketSessions socketSessions, InstantSource clock) {
		this.socketSessions = socketSessions;
		this.clock = clock;
	}

	@Scheduled(fixedDelay = 1_000)
	void end() {
		this.socketSessions.expiredAt(this.clock.instant())
			.forEach((session) -> session.interrupt("auth.token-expired"));
	}

}
