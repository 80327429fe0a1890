package org.parley.auth.signin.verification;

import java.time.InstantSource;

import org.parley.auth.tokens.session.EndSessions;
import org.parley.auth.tokens.session.SessionEndReason;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.mailtoken.MailTokenPurpose;
import org.parley.auth.user.mailtoken.MailTokens;

import org.springframework.stereotype.Component;

/** Removes an account and what belongs to it, unless its address is verified. */
@Component
class RemoveUnverifiedUser {

	private final Users users;

	private final EndSessions endSessions;

	private final MailTokens tokens;

	private final Audit audit;

	private final InstantSource clock;

	RemoveUnverifiedUser(Users users, EndSessions endSessions, MailTokens tokens, Audit audit, InstantSource clock) {
		this.users = users;
		this.endSessions = endSessions;
		this.tokens = tokens;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Removes the account; false when it is verified. Part of the caller's transaction.
	 */
	boolean remove(String id) {
		var unverified = this.users.findById(id).filter((user) -> !user.isEmailVerified());
		unverified.ifPresent((user) -> {
			user.revokeTokens();
			this.endSessions.endAll(user, SessionEndReason.DELETED);
			for (var purpose : MailTokenPurpose.values()) {
				this.tokens.deleteAll(purpose, user.id());
			}
			this.audit.recordWithoutRequest(AuditAction.REMOVED, user.id(), null, null);
			user.delete(this.clock.instant());
			this.users.delete(user);
		});
		return unverified.isPresent();
	}

}
