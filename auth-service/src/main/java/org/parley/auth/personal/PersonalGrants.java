package org.parley.auth.personal;

import java.time.Instant;

import org.parley.auth.session.Grants;
import org.parley.auth.session.SessionRevoked;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets personal tokens count like sessions, and end with them all. */
@Component
class PersonalGrants implements Grants {

	private final PersonalTokens tokens;

	PersonalGrants(PersonalTokens tokens) {
		this.tokens = tokens;
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
			this.tokens.deleteByUserId(event.userId());
		}
	}

}
