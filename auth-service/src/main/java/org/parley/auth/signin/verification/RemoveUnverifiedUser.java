package org.parley.auth.signin.verification;

import java.time.InstantSource;

import org.parley.auth.tokens.session.EndSessions;
import org.parley.auth.tokens.session.SessionEndReason;
import org.parley.auth.user.FormerNames;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.mailtoken.MailTokenPurpose;
import org.parley.auth.user.mailtoken.MailTokens;

import org.springframework.stereotype.Component;

/**
 * Removes an account and what belongs to it, unless its address is verified or its owner
 * has closed it. The name stays reserved, as the account may have written.
 */
@Component
class RemoveUnverifiedUser {

	private final Users users;

	private final EndSessions endSessions;

	private final MailTokens tokens;

	private final FormerNames formerNames;

	private final Audit audit;

	private final InstantSource clock;

	RemoveUnverifiedUser(Users users, EndSessions endSessions, MailTokens tokens, FormerNames formerNames, Audit audit,
			InstantSource clock) {
		this.users = users;
		this.endSessions = endSessions;
		this.tokens = tokens;
		this.formerNames = formerNames;
		this.audit = audit;
		this.clock = clock;
	}

	/** Removes the account; false when it stays. Part of the caller's transaction. */
	boolean remove(String id) {
		var unverified = this.users.findById(id).filter((user) -> !user.isEmailVerified() && user.erasureAt() == null);
		unverified.ifPresent((user) -> {
			user.revokeTokens();
			this.endSessions.endAll(user, SessionEndReason.DELETED);
			for (var purpose : MailTokenPurpose.values()) {
				this.tokens.deleteAll(purpose, user.id());
			}
			this.formerNames.reserve(user);
			this.audit.recordWithoutRequest(AuditAction.REMOVED, user.id(), null, null);
			user.delete(this.clock.instant());
			this.users.delete(user);
		});
		return unverified.isPresent();
	}

}
