package org.parley.webhook.delivery.event;

import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.webhook.delivery.CreateDeliveries;
import tools.jackson.databind.JsonNode;

/** Consumes the moderation log. */
@EventConsumer(value = "webhooks", repeatable = true)
class WebhookModerationListener {

	private final CreateDeliveries createDeliveries;

	WebhookModerationListener(CreateDeliveries createDeliveries) {
		this.createDeliveries = createDeliveries;
	}

	@EventHandler({ "case.opened", "case.decided", "case.withdrawn", "case.reversed", "social-case.opened",
			"social-case.decided", "social-case.withdrawn", "social-case.reversed", "message-case.opened",
			"message-case.decided", "message-case.withdrawn", "message-case.reversed", "appeal.filed", "appeal.decided",
			"social-appeal.filed", "social-appeal.decided", "message-appeal.filed", "message-appeal.decided" })
	void on(JsonNode data, EventEnvelope event) {
		this.createDeliveries.create(StaffMessages.map(event));
	}

}
