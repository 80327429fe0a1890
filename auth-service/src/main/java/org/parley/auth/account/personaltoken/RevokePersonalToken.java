package org.parley.auth.account.personaltoken;

import org.parley.auth.tokens.session.SessionEndReason;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Revokes a personal access token. */
@Component
class RevokePersonalToken {

	private final PersonalTokens tokens;

	private final UnitOfWork work;

	private final Audit audit;

	RevokePersonalToken(PersonalTokens tokens, UnitOfWork work, Audit audit) {
		this.tokens = tokens;
		this.work = work;
		this.audit = audit;
	}

	/**
	 * Revokes one of the user's tokens.
	 * @throws RefusalException 404 {@code token.not-found}
	 */
	void revoke(String userId, String id, ClientDevice clientDevice) {
		this.work.run(() -> {
			var token = this.tokens.findById(id)
				.filter((candidate) -> candidate.userId().equals(userId))
				.orElseThrow(() -> RefusalException.notFound("token.not-found", "You have no such token."));
			token.revoke(SessionEndReason.ENDED_BY_OWNER);
			this.tokens.delete(token);
			this.audit.record(AuditAction.ACCESS_TOKEN_REVOKED, userId, id, clientDevice);
		});
	}

}
