package org.parley.auth.personal;

import java.time.Instant;

import org.parley.auth.audit.Act;
import org.parley.auth.audit.Audit;
import org.parley.auth.session.Grants;
import org.parley.auth.session.SessionRevoked;
import org.parley.auth.session.TokensRevoked;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets personal tokens count like sessions, and end with them all. */
@Component
class PersonalGrants implements Grants {

	private final PersonalTokens tokens;

	private final Audit audit;

	PersonalGrants(PersonalTokens tokens, Audit audit) {
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
		this.audit.recordWithoutRequest(Act.ACCESS_TOKEN_REVOKED, token.userId(), null, token.id());
	}

}
