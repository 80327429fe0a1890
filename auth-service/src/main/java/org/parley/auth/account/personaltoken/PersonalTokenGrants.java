package org.parley.auth.account.personaltoken;

import java.time.Instant;

import org.parley.auth.tokens.session.SessionEndReason;
import org.parley.auth.tokens.session.TokenGrants;
import org.parley.auth.tokens.session.TokensRevoked;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.contracts.account.SessionRevoked;
import org.parley.platform.jobs.JobRows;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Checks access tokens of personal tokens, and ends personal tokens that have expired, or
 * with all sessions.
 */
@Component
class PersonalTokenGrants implements TokenGrants {

	private final PersonalTokens tokens;

	private final UnitOfWork work;

	private final Audit audit;

	PersonalTokenGrants(PersonalTokens tokens, UnitOfWork work, Audit audit) {
		this.tokens = tokens;
		this.work = work;
		this.audit = audit;
	}

	@Override
	public boolean isActive(String id, String userId, Instant now) {
		return this.tokens.findById(id)
			.filter((token) -> token.userId().equals(userId) && token.isLive(now))
			.isPresent();
	}

	@Override
	public int endExpired(Instant now) {
		return JobRows.forEach(this.tokens.streamExpired(now), (expired) -> this.work.run(() -> end(expired.id())));
	}

	private boolean end(String id) {
		var found = this.tokens.findById(id);
		found.ifPresent((token) -> {
			token.revoke(SessionEndReason.EXPIRED);
			this.tokens.delete(token);
		});
		return found.isPresent();
	}

	/** Deletes all personal tokens; the raised token version ends their access tokens. */
	@EventListener
	void on(SessionRevoked event) {
		if (event.endsAll()) {
			var tokens = this.tokens.findByUserId(event.userId());
			this.tokens.deleteAll(tokens);
			tokens.forEach(this::record);
		}
	}

	/** Publishes a revocation per token, because the sessions of the user continue. */
	@EventListener
	void on(TokensRevoked event) {
		for (var token : this.tokens.findByUserId(event.userId())) {
			token.revoke(event.reason());
			this.tokens.delete(token);
			record(token);
		}
	}

	private void record(PersonalToken token) {
		this.audit.recordWithoutRequest(AuditAction.ACCESS_TOKEN_REVOKED, token.userId(), null, token.id());
	}

}
