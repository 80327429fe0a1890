package org.parley.webhook.receipt;

import java.time.Instant;

import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;

/**
 * Another system has told something.
 *
 * @param receiptId where it is kept
 * @param provider who told it
 * @param receivedAt when
 */
@Publishes("webhook.received")
record WebhookReceived(String receiptId, String provider, Instant receivedAt) implements ParleyEvent {

	static WebhookReceived of(Receipt receipt) {
		return new WebhookReceived(receipt.id(), receipt.provider(), receipt.receivedAt());
	}

	@Override
	public String subject() {
		return this.receiptId;
	}

	@Override
	public String partitionKey() {
		return this.receiptId;
	}

}
