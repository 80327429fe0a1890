package org.parley.notification.push;

import org.parley.contracts.account.SessionRevoked;
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
		this.registerDevice.removeAll(event.userId(), (device) -> event.endsAll()
				? device.createdAt().isBefore(envelope.time()) : device.sessionId().equals(event.sessionId()));
	}

}
