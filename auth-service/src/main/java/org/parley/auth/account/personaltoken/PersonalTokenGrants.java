package org.parley.auth.account.personaltoken;

import java.time.Instant;

import org.parley.auth.tokens.session.SessionRevoked;
import org.parley.auth.tokens.session.TokenGrants;
import org.parley.auth.tokens.session.TokensRevoked;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets personal tokens count like sessions, and end with them all. */
@Component
class PersonalTokenGrants implements TokenGrants {

	private final PersonalTokens tokens;

	private final Audit audit;

	PersonalTokenGrants(PersonalTokens tokens, Audit audit) {
		this.tokens = tokens;
		this.audit = audit;
	}

	@Override
	public boolean counts(String id, String userId, Instant now) {
		return this.tokens.findById(id)
			.filter((token) -> token.userId().equals(userId) && token.isLive(now))
			.isPresent();
	}

	/**
	 * The token version, which is told with it, ends the access tokens given for them.
	 */
	@EventListener
	void on(SessionRevoked event) {
		if (event.endsAll()) {
			var tokens = this.tokens.findByUserId(event.userId());
			this.tokens.deleteAll(tokens);
			tokens.forEach(this::record);
		}
	}

	/** Each is told by itself, as access tokens of sessions that go on still count. */
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
