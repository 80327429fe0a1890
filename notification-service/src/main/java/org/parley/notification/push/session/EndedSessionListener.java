package org.parley.notification.push.session;

import org.parley.contracts.account.SessionRevoked;
import org.parley.notification.push.RegisterDevice;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/**
 * Removes devices with the session, token or app that registered them, so that nobody who
 * has lost access goes on receiving notifications.
 */
@EventConsumer("notifications")
class EndedSessionListener {

	private final RegisterDevice registerDevice;

	EndedSessionListener(RegisterDevice registerDevice) {
		this.registerDevice = registerDevice;
	}

	/** A late event spares what was registered after it. */
	@EventHandler("session.revoked")
	void on(SessionRevoked event, EventEnvelope envelope) {
		if (event.sessionId() != null) {
			this.registerDevice.removeOf(event.sessionId(), event.userId());
		}
		else {
			this.registerDevice.removeAll(event.userId(), envelope.time());
		}
	}

}
