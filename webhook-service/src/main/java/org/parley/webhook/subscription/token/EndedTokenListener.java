package org.parley.webhook.subscription.token;

import org.parley.contracts.account.SessionRevoked;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.webhook.subscription.ChangeSubscription;

/** Disables what a revoked token or a withdrawn app has subscribed to. */
@EventConsumer("webhooks")
class EndedTokenListener {

	private final ChangeSubscription changeSubscription;

	EndedTokenListener(ChangeSubscription changeSubscription) {
		this.changeSubscription = changeSubscription;
	}

	/** Tokens and apps that end with all sessions have events of their own. */
	@EventHandler("session.revoked")
	void on(SessionRevoked event) {
		if (event.sessionId() != null) {
			this.changeSubscription.disableManagedBy(event.sessionId(), event.userId());
		}
	}

}
