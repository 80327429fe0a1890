package org.parley.realtime.connection;

import java.time.InstantSource;

import org.parley.realtime.session.SocketSessions;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Closes sockets whose access token has expired. */
@Component
class TokenExpiry {

	private final SocketSessions socketSessions;

	private final InstantSource clock;

	TokenExpiry(SocketSessions socketSessions, InstantSource clock) {
		this.socketSessions = socketSessions;
		this.clock = clock;
	}

	@Scheduled(fixedDelay = 1_000)
	void closeExpired() {
		this.socketSessions.findExpired(this.clock.instant())
			.forEach((session) -> session.interrupt("auth.token-expired"));
	}

}
