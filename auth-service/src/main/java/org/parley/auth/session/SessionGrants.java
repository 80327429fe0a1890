package org.parley.auth.session;

import java.time.Instant;

import org.springframework.stereotype.Component;

/** Sessions that did not end. */
@Component
class SessionGrants implements Grants {

	private final Sessions sessions;

	SessionGrants(Sessions sessions) {
		this.sessions = sessions;
	}

	@Override
	public boolean counts(String id, String userId, Instant now) {
		return this.sessions.findById(id)
			.filter((session) -> session.isLive(now) && session.userId().equals(userId))
			.isPresent();
	}

}
