package org.parley.webhook.delivery.event;

import java.util.Optional;

import org.parley.platform.messaging.EventEnvelope;
import org.parley.webhook.delivery.WebhookMessage;
import org.parley.webhook.visibility.MessageSubject;

/**
 * Maps events about accounts and moderation to messages to administrators. They have no
 * reported text: it is read where access to it is recorded.
 */
final class StaffMessages {

	private StaffMessages() {
	}

	static Optional<WebhookMessage> map(EventEnvelope event) {
		return MessagePayload.message(event, event.type(), MessageSubject.STAFF,
				MessagePayload.without(event.data(), "tokenVersion", "text"));
	}

}
