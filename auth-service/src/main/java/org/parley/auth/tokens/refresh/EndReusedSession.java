package org.parley.auth.tokens.refresh;

import java.time.Instant;

import org.parley.auth.tokens.session.SessionEndReason;
import org.parley.auth.tokens.session.UserSession;
import org.parley.auth.tokens.session.UserSessions;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.contact.SendSecurityAlert;
import org.parley.contracts.account.contact.SecurityAlert;

import org.springframework.stereotype.Component;

/** Ends a session whose refresh token was used twice and alerts its owner. */
@Component
class EndReusedSession {

	private final UserSessions userSessions;

	private final Users users;

	private final SendSecurityAlert sendSecurityAlert;

	private final Audit audit;

	EndReusedSession(UserSessions userSessions, Users users, SendSecurityAlert sendSecurityAlert, Audit audit) {
		this.userSessions = userSessions;
		this.users = users;
		this.sendSecurityAlert = sendSecurityAlert;
		this.audit = audit;
	}

	/** Ends the session. Runs in the caller's transaction. */
	void end(UserSession session, ClientDevice clientDevice, Instant now) {
		session.end(SessionEndReason.REFRESH_REUSED, now);
		this.userSessions.save(session);
		this.users.findById(session.userId())
			.ifPresent((user) -> this.sendSecurityAlert.alert(user, SecurityAlert.Kind.SESSION_STOLEN));
		this.audit.record(AuditAction.REFRESH_REUSED, session.userId(), null, session.id(), clientDevice);
	}

}
