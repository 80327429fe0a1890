package org.parley.contracts.webhook;

import java.time.Instant;

import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;

/** A webhook was received, or a receipt is replayed. */
@Publishes("webhook.received")
public record WebhookReceived(String receiptId, String provider, Instant receivedAt) implements ParleyEvent {

	@Override
	public String subject() {
		return this.receiptId;
	}

}
