package org.parley.auth.oauth.grant;

import org.parley.auth.audit.Act;
import org.parley.auth.audit.Audit;
import org.parley.auth.session.TokensRevoked;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends what a person has permitted apps together with their personal tokens. */
@Component
class RevokeGrants {

	private final EndingGrants ending;

	private final Audit audit;

	RevokeGrants(EndingGrants ending, Audit audit) {
		this.ending = ending;
		this.audit = audit;
	}

	@EventListener
	void on(TokensRevoked event) {
		for (var client : this.ending.ofPerson(event.userId(), event.reason())) {
			this.audit.recordWithoutRequest(Act.APP_ACCESS_WITHDRAWN, event.userId(), null, client);
		}
	}

}
