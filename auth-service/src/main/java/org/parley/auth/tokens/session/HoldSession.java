package org.parley.auth.tokens.session;

import java.time.InstantSource;

import org.parley.auth.user.Users;
import org.parley.platform.security.Caller;

import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.stereotype.Component;

/**
 * Keeps a session from ending unnoticed while something is issued to it: the issuing and
 * whatever ends all sessions both write to the account, so the later of the two starts
 * over and sees the earlier one.
 */
@Component
public class HoldSession {

	private final Users users;

	private final UserSessions userSessions;

	private final InstantSource clock;

	HoldSession(Users users, UserSessions userSessions, InstantSource clock) {
		this.users = users;
		this.userSessions = userSessions;
		this.clock = clock;
	}

	/**
	 * Holds the session of the caller. Part of the transaction that issues something.
	 * @throws InvalidBearerTokenException 401 {@code auth.token-invalid} when the session
	 * has ended since the request began
	 */
	public void hold(Caller caller) {
		this.users.hold(caller.id(), caller.sessionId());
		if (this.userSessions.findById(caller.sessionId())
			.filter((userSession) -> isLive(userSession, caller))
			.isEmpty()) {
			throw new InvalidBearerTokenException("The session has ended");
		}
	}

	private boolean isLive(UserSession userSession, Caller caller) {
		return userSession.userId().equals(caller.id()) && userSession.isLive(this.clock.instant());
	}

}
