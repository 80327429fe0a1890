package org.parley.webhook.receipt;

import java.time.Instant;

import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;

/** A webhook was received, or a receipt is replayed. */
@Publishes("webhook.received")
public record WebhookReceived(String receiptId, String provider, Instant receivedAt) implements ParleyEvent {

	public static WebhookReceived of(Receipt receipt) {
		return new WebhookReceived(receipt.id(), receipt.provider(), receipt.receivedAt());
	}

	@Override
	public String subject() {
		return this.receiptId;
	}

}
