package org.parley.auth.oauth.grant;

import org.parley.auth.tokens.session.TokensRevoked;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends the grants of a user together with their personal tokens. */
@Component
class RevokeGrants {

	private final EndGrants endGrants;

	private final Audit audit;

	RevokeGrants(EndGrants endGrants, Audit audit) {
		this.endGrants = endGrants;
		this.audit = audit;
	}

	@EventListener
	void on(TokensRevoked event) {
		for (var client : this.endGrants.endOfUser(event.userId(), event.reason())) {
			this.audit.recordWithoutRequest(AuditAction.APP_ACCESS_WITHDRAWN, event.userId(), null, client);
		}
	}

}
