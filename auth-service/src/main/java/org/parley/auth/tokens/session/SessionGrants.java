package org.parley.auth.tokens.session;

import java.time.Instant;

import org.springframework.stereotype.Component;

/** Checks access tokens that were issued for sessions. */
@Component
class SessionGrants implements TokenGrants {

	private final UserSessions userSessions;

	SessionGrants(UserSessions userSessions) {
		this.userSessions = userSessions;
	}

	@Override
	public boolean isActive(String id, String userId, Instant now) {
		return this.userSessions.findById(id)
			.filter((session) -> session.isLive(now) && session.userId().equals(userId))
			.isPresent();
	}

}
