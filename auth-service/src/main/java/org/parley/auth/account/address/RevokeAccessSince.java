package org.parley.auth.account.address;

import java.time.Instant;
import java.time.InstantSource;

import org.parley.auth.tokens.session.EndSessions;
import org.parley.auth.tokens.session.SessionEndReason;
import org.parley.auth.tokens.session.TokensRevoked;
import org.parley.auth.user.User;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.event.EmailRestored;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Revokes all access to an account and the credentials added since a point in time. */
@Component
class RevokeAccessSince {

	private final EndSessions endSessions;

	private final ApplicationEventPublisher events;

	private final Audit audit;

	private final InstantSource clock;

	RevokeAccessSince(EndSessions endSessions, ApplicationEventPublisher events, Audit audit, InstantSource clock) {
		this.endSessions = endSessions;
		this.events = events;
		this.audit = audit;
		this.clock = clock;
	}

	/** Revokes the access. Runs in the caller's transaction, which saves the user. */
	void revoke(User user, Instant since) {
		user.revokeTokens();
		withdrawPassword(user, since);
		// Before the sessions end: the end of all sessions removes grants unaudited
		this.events.publishEvent(new TokensRevoked(user.id(), SessionEndReason.LOGOUT_EVERYWHERE));
		this.endSessions.endAll(user, SessionEndReason.LOGOUT_EVERYWHERE);
	}

	/** Lets others remove the credentials added since. The user is saved before. */
	void removeCredentials(User user, Instant since) {
		this.events.publishEvent(new EmailRestored(user.id(), since));
	}

	private void withdrawPassword(User user, Instant since) {
		if (user.hasChangedPasswordSince(since)) {
			user.changePassword(null, this.clock.instant());
			this.audit.recordWithoutRequest(AuditAction.PASSWORD_WITHDRAWN, user.id(), null, null);
		}
	}

}
