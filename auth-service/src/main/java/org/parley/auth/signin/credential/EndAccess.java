package org.parley.auth.signin.credential;

import org.parley.auth.tokens.session.EndSessions;
import org.parley.auth.tokens.session.SessionEndReason;
import org.parley.auth.tokens.session.TokensRevoked;
import org.parley.auth.user.User;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Ends sessions after a password change and, unless the owner keeps them, personal tokens
 * and the access of apps. Part of the caller's transaction.
 */
@Component
public class EndAccess {

	private final EndSessions endSessions;

	private final ApplicationEventPublisher events;

	EndAccess(EndSessions endSessions, ApplicationEventPublisher events) {
		this.endSessions = endSessions;
		this.events = events;
	}

	/** Ends all sessions but one. */
	public void endOthers(User user, String keptSessionId, boolean revokeTokens) {
		this.endSessions.endOthers(user.id(), keptSessionId, SessionEndReason.PASSWORD_CHANGED);
		if (revokeTokens) {
			this.events.publishEvent(new TokensRevoked(user.id(), SessionEndReason.PASSWORD_CHANGED));
		}
	}

	/** Ends all sessions. */
	public void endAll(User user, boolean revokeTokens) {
		if (!revokeTokens) {
			this.endSessions.endEach(user.id(), SessionEndReason.PASSWORD_CHANGED);
			return;
		}
		user.revokeTokens();
		// Before the sessions end: the end of all sessions removes grants unaudited
		this.events.publishEvent(new TokensRevoked(user.id(), SessionEndReason.PASSWORD_CHANGED));
		this.endSessions.endAll(user, SessionEndReason.PASSWORD_CHANGED);
	}

}
