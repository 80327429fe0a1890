package org.parley.webhook.subscription.token;

import java.time.Instant;

import org.parley.contracts.account.SessionRevoked;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.EventEnvelope;
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

	@EventHandler("session.revoked")
	void on(SessionRevoked event, EventEnvelope envelope) {
		this.changeSubscription.disableManagedBy(
				(token) -> event.endsAll() ? !isNewer(token, envelope.time()) : token.equals(event.sessionId()),
				event.userId());
	}

	/** A late event spares what was issued after it. */
	private static boolean isNewer(String token, Instant time) {
		return Ids.timeOf(token).filter((issued) -> issued.isAfter(time)).isPresent();
	}

}
