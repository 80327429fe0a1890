package org.parley.auth.tokens.session;

import java.time.InstantSource;

import org.parley.auth.user.Users;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;

import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.stereotype.Component;

/**
 * Prevents a session from ending unnoticed while a credential is issued to it. Issuing
 * and ending all sessions both write to the account, so the later transaction is retried
 * and sees the earlier one.
 */
@Component
public class HoldSession {

	private final Users users;

	private final UserSessions userSessions;

	private final UserSessionSettings settings;

	private final InstantSource clock;

	HoldSession(Users users, UserSessions userSessions, UserSessionSettings settings, InstantSource clock) {
		this.users = users;
		this.userSessions = userSessions;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Checks that the caller's session is live. Runs in the transaction that issues the
	 * credential.
	 * @throws InvalidBearerTokenException 401 {@code auth.token-invalid} if the session
	 * has ended since the request began
	 */
	public void requireLive(Caller caller) {
		this.users.forceConflict(caller.id(), caller.sessionId());
		if (this.userSessions.findById(caller.sessionId())
			.filter((userSession) -> isLive(userSession, caller))
			.isEmpty()) {
			throw new InvalidBearerTokenException("The session has ended");
		}
	}

	/**
	 * Checks that the caller's session began recently.
	 * @throws RefusalException 403 {@code auth.recent-sign-in-required}
	 */
	public void requireRecent(Caller caller) {
		if (this.userSessions.findById(caller.sessionId())
			.filter((userSession) -> userSession.isRecent(this.clock.instant(), this.settings.recent()))
			.isEmpty()) {
			throw RefusalException.forbidden("auth.recent-sign-in-required",
					"Sign in again, by any way, or send your password.");
		}
	}

	private boolean isLive(UserSession userSession, Caller caller) {
		return userSession.userId().equals(caller.id()) && userSession.isLive(this.clock.instant());
	}

}
