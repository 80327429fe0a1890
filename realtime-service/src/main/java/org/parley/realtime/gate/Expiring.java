package org.parley.realtime.gate;

import java.time.InstantSource;

import org.parley.realtime.session.Sessions;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** A token's end is the end of what its socket may do. */
@Component
class Expiring {

	private final Sessions sessions;

	private final InstantSource clock;

	Expiring(Sessions sessions, InstantSource clock) {
		this.sessions = sessions;
		this.clock = clock;
	}

	@Scheduled(fixedDelay = 1_000)
	void end() {
		this.sessions.expiredAt(this.clock.instant()).forEach((session) -> session.interrupt("auth.token-expired"));
	}

}
